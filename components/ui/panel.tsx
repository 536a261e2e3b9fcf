import { cx } from 'class-variance-authority';
import type { ReactNode } from 'react';

interface PanelProps {
  title?: ReactNode;
  /** A heading level that fits the page's outline. */
  level?: 'h2' | 'h3';
  meta?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Leaves out the inner space, for tables and lists that bring their own. */
  flush?: boolean;
  id?: string;
  className?: string;
}

/** A sheet of paper on the page: a heading on a rule, and what belongs to it. */
export function Panel({ title, level = 'h2', meta, actions, children, flush, id, className }: PanelProps) {
  const Heading = level;
  const headingId = id ? `${id}-title` : undefined;
  return (
    <section
      id={id}
      aria-labelledby={title && headingId ? headingId : undefined}
      className={cx('rounded-lg border border-line bg-surface', className)}
    >
      {title && (
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2">
          <div className="flex min-w-0 flex-1 basis-48 flex-wrap items-baseline gap-x-3">
            <Heading id={headingId} className="font-semibold">
              {title}
            </Heading>
            {meta && <span className="text-sm text-ink-soft">{meta}</span>}
          </div>
          {actions && <div className="flex items-center gap-2">{actions}</div>}
        </div>
      )}
      <div
        className={
          flush
            ? 'md:[&_tr>:first-child]:ps-4 md:[&_tr>:last-child]:pe-4 max-md:[&_table[role=table]]:px-3 max-md:[&_table[role=table]]:pb-3'
            : 'p-4'
        }
      >
        {children}
      </div>
    </section>
  );
}
