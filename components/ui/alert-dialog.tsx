'use client';

import type { ReactNode } from 'react';
import { Button } from './button';
import { Modal } from './modal';

interface AlertDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, before it happens. */
  consequence: ReactNode;
  /** A reason field, or whatever else is asked first. */
  children?: ReactNode;
  cancel: string;
  confirm: string;
  /** With `formId` the confirming button submits that form (the one with the reason in it). */
  onConfirm?: () => void;
  formId?: string;
  pending?: string | undefined;
  unavailable?: string | undefined;
  danger?: boolean;
}

/** Asks before a destructive or outward act: says what will happen, and is answered by one of two buttons. */
export function AlertDialog(props: AlertDialogProps) {
  const { open, onOpenChange, title, consequence, children, cancel, confirm, onConfirm, formId, danger } =
    props;
  return (
    <Modal
      alert
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={consequence}
      closeLabel={cancel}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{cancel}</Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            pending={props.pending}
            unavailable={props.unavailable}
            {...(formId ? { type: 'submit', form: formId } : { onClick: onConfirm })}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Modal>
  );
}
