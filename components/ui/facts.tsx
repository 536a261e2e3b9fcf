import { cx } from 'class-variance-authority';
import type { ReactNode } from 'react';

interface FactsProps {
  children: ReactNode;
  /** `rows`: term beside its value; `columns`: term above it, several in a line. */
  layout?: 'rows' | 'columns';
  className?: string;
}

/** A list of facts: terms with their values. */
export function Facts({ children, layout = 'rows', className }: FactsProps) {
  return (
    <dl
      data-layout={layout}
      className={cx(
        'group/facts',
        layout === 'rows'
          ? 'divide-y divide-line'
          : 'grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-4',
        className,
      )}
    >
      {children}
    </dl>
  );
}

/** One fact of `Facts`. */
export function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="group-data-[layout=rows]/facts:grid group-data-[layout=rows]/facts:gap-x-4 group-data-[layout=rows]/facts:py-2 group-data-[layout=rows]/facts:first:pt-0 group-data-[layout=rows]/facts:last:pb-0 sm:group-data-[layout=rows]/facts:grid-cols-[minmax(8rem,1fr)_2fr]">
      <dt className="text-sm/5 text-ink-soft">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
