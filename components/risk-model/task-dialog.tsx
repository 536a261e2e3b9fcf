'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

interface TaskDialogProps {
  title: ReactNode;
  description?: ReactNode;
  confirm: string;
  /** Why it cannot be confirmed yet. */
  unavailable: string | undefined;
  onDone: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks for a part of the model; what is confirmed is in the draft at once, and not saved yet. */
export function TaskDialog(props: TaskDialogProps) {
  const common = useTranslations('common');
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={props.title}
      description={props.description}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={props.onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            unavailable={props.unavailable}
            onClick={() => {
              props.onDone();
              props.onClose();
            }}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <div className="space-y-4">{props.children}</div>
    </Dialog>
  );
}
