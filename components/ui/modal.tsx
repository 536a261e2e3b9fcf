'use client';

import { cx } from 'class-variance-authority';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './icon-button';

export interface ModalProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What it is about, read aloud with the title. */
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  closeLabel: string;
  /** Where it stands: in the middle, or along an edge. */
  place?: 'centre' | 'end' | 'start';
  /** An alert is answered by its buttons: a press beside it does not close it. */
  alert?: boolean;
  size?: 'sm' | 'md' | 'lg';
}

const placing = {
  centre:
    'm-auto max-h-[min(46rem,calc(100dvh-2rem))] w-[calc(100%-2rem)] rounded-lg opacity-0 translate-y-2 open:opacity-100 open:translate-y-0 starting:open:opacity-0 starting:open:translate-y-2',
  end: 'ms-auto me-0 my-0 h-dvh max-h-dvh w-[calc(100%-3rem)] rounded-s-lg translate-x-full rtl:-translate-x-full open:translate-x-0 rtl:open:translate-x-0 starting:open:translate-x-full rtl:starting:open:-translate-x-full',
  start:
    'me-auto ms-0 my-0 h-dvh max-h-dvh w-[calc(100%-3rem)] rounded-e-lg -translate-x-full rtl:translate-x-full open:translate-x-0 rtl:open:translate-x-0 starting:open:-translate-x-full rtl:starting:open:translate-x-full',
};
const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' };

/**
 * The platform's modal dialog: everything else is inert, Escape closes it, and focus goes back to where it was. The
 * contents exist only while it is open, so that each opening starts afresh.
 */
export function Modal(props: ModalProps) {
  const { open, onOpenChange, title, description, children, footer, closeLabel, alert } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element>(null);
  const id = useId();

  // Where the whole dialog is taken away while it is open, the platform gives the focus back to nobody.
  useEffect(
    () => () => {
      const { current } = opener;
      if (document.activeElement === document.body && current instanceof HTMLElement) current.focus();
    },
    [],
  );

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      opener.current = document.activeElement;
      element.showModal();
      // Begin at the first thing to fill in, else at the title: a focused close button would only show its tooltip.
      const field = element.querySelector<HTMLElement>('input, select, textarea');
      (field ?? element.querySelector('h2'))?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-text` : undefined}
      onClose={(event) => {
        if (event.target === event.currentTarget && open) onOpenChange(false);
      }}
      onPointerDown={(event) => {
        if (!alert && event.target === event.currentTarget) onOpenChange(false);
      }}
      className={cx(
        'flex-col overflow-hidden border border-line bg-raised p-0 text-ink shadow-float transition-[opacity,translate,display,overlay] transition-discrete duration-150 open:flex',
        placing[props.place ?? 'centre'],
        widths[props.size ?? 'md'],
      )}
    >
      {open && (
        <div className="flex min-h-0 grow flex-col">
          <div className="flex items-start gap-4 border-b border-line py-3 ps-5 pe-3">
            <div className="min-w-0 grow py-1">
              <h2 id={`${id}-title`} tabIndex={-1} className="text-lg/6 font-semibold outline-none">
                {title}
              </h2>
              {description && (
                <div id={`${id}-text`} className="mt-1 text-ink-soft">
                  {description}
                </div>
              )}
            </div>
            {!alert && (
              <IconButton label={closeLabel} icon={<X />} side="below" onClick={() => onOpenChange(false)} />
            )}
          </div>
          {children && <div className="min-h-0 grow overflow-y-auto px-5 py-4">{children}</div>}
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line bg-surface px-5 py-3">
              {footer}
            </div>
          )}
        </div>
      )}
    </dialog>
  );
}
