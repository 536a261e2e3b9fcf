import { cx } from 'class-variance-authority';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

interface TableProps extends ComponentProps<'table'> {
  /** What the table holds, read aloud. */
  label: string;
}

/*
 * On a narrow window a row becomes a card of labelled values. Changing `display` would take the table's meaning from
 * assistive technology, so the roles are written out.
 */

/** A full-width list with a head that stays. Each `Cell` names its column for the narrow layout. */
export function Table({ label, className, children, ...rest }: TableProps) {
  return (
    <table
      {...rest}
      role="table"
      aria-label={label}
      className={cx('w-full border-separate border-spacing-0 text-start max-md:block', className)}
    >
      {children}
    </table>
  );
}

/** The head; it sticks under the top bar. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup" className="max-md:sr-only">
      <tr role="row">{children}</tr>
    </thead>
  );
}

/** The rows. */
export function TableBody({ children, ...rest }: ComponentProps<'tbody'>) {
  return (
    <tbody {...rest} role="rowgroup" className="max-md:block">
      {children}
    </tbody>
  );
}

const headStyle =
  'sticky top-(--stick) z-10 h-9 border-b border-line-strong bg-paper px-3 text-sm font-medium text-ink-soft first:ps-2 last:pe-2';

interface HeadCellProps extends ComponentProps<'th'> {
  numeric?: boolean;
}

/** A column's head. */
export function HeadCell({ numeric, className, ...rest }: HeadCellProps) {
  return (
    <th
      {...rest}
      role="columnheader"
      scope="col"
      className={cx(headStyle, numeric ? 'text-end' : 'text-start', className)}
    />
  );
}

interface SortCellProps {
  children: ReactNode;
  /** The same list in the next order. */
  href: string;
  /** How the list is ordered by this column now, if it is. */
  direction?: 'ascending' | 'descending' | undefined;
  numeric?: boolean;
  className?: string;
}

/** A column's head that sorts: a link, because the URL is the view. */
export function SortCell({ children, href, direction, numeric, className }: SortCellProps) {
  const Arrow = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ChevronsUpDown;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={direction ?? 'none'}
      className={cx(headStyle, numeric ? 'text-end' : 'text-start', className)}
    >
      <Link
        href={href}
        scroll={false}
        className={cx(
          'inline-flex h-6 items-center gap-1 rounded-sm hover:text-ink',
          direction && 'font-semibold text-ink',
        )}
      >
        {children}
        <Arrow className={cx('size-3.5', direction ? 'text-accent' : 'text-ink-faint')} aria-hidden="true" />
      </Link>
    </th>
  );
}

/** A row. The link that opens it ({@link RowLink}) carries `data-row-link`, which the keys and the row's highlight look for. */
export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr
      {...rest}
      role="row"
      className={cx(
        'group/row relative hover:bg-hover has-[[data-row-link]:focus-visible]:bg-accent-soft max-md:my-2 max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-2 max-md:rounded-md max-md:border max-md:border-line max-md:bg-surface max-md:p-3',
        className,
      )}
    />
  );
}

/** The link that opens its row, by a press anywhere on the row and by the keys. */
export function RowLink(props: ComponentProps<typeof Link>) {
  return (
    <Link
      {...props}
      prefetch={false}
      data-row-link
      className="font-medium after:absolute after:inset-0 group-hover/row:text-accent"
    />
  );
}

interface CellProps extends ComponentProps<'td'> {
  /** The column's name, shown beside the value on a narrow window. Left out for the cell that names the row. */
  label?: string;
  numeric?: boolean;
}

/** A value. */
export function Cell({ label, numeric, className, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      role="cell"
      data-label={label}
      className={cx(
        'h-11 border-b border-line px-3 py-1.5 align-middle first:ps-2 last:pe-2 max-md:h-auto max-md:border-0 max-md:p-0!',
        label
          ? 'max-md:before:block max-md:before:text-xs max-md:before:text-ink-soft max-md:before:content-[attr(data-label)]'
          : 'max-md:col-span-2',
        numeric && 'text-end max-md:text-start',
        className,
      )}
    />
  );
}
