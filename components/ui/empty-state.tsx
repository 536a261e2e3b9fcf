import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: ReactNode;
  /** What to do first. */
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-lg border border-dashed border-line-strong px-6 py-8 sm:px-10">
      {icon && (
        <span className="text-ink-faint [&_svg]:size-6 [&_svg]:stroke-[1.5]" aria-hidden="true">
          {icon}
        </span>
      )}
      <p className="text-lg font-medium">{title}</p>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action && <div className="mt-1 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
