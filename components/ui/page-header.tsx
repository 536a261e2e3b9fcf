import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  /** One line under the title: a count, a hint, an id. */
  meta?: ReactNode;
  /** A link back to where one came from. */
  back?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page, with its one `h1`. */
export function PageHeader({ title, meta, back, actions }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {back && <div className="mb-1 text-sm">{back}</div>}
        <h1 className="text-xl font-semibold tracking-[-0.01em] text-balance">{title}</h1>
        {meta && <div className="mt-1 text-ink-soft">{meta}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-start gap-2">{actions}</div>}
    </header>
  );
}
