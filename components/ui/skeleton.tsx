import { cx } from 'class-variance-authority';

/** A grey bar in the place of what is coming. Wrap a page of them in `Loading`, which says so aloud once. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx('block animate-pulse rounded-sm bg-line', className ?? 'h-4 w-full')}
    />
  );
}

/** Announces that something loads, around skeletons of the coming shape. */
export function Loading({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

const widths = ['w-3/5', 'w-2/5', 'w-4/5', 'w-1/2', 'w-2/3'];

/** A table on its way: as many rows and columns as will come. */
export function TableSkeleton({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <div className="divide-y divide-line border-y border-line">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-11 items-center gap-4 px-3">
          {Array.from({ length: columns }, (_, column) => (
            <span key={column} className="min-w-0 flex-1">
              <Skeleton className={cx('h-3', widths[(row + column * 2) % widths.length])} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
