import { scaleLinear } from '@visx/scale';
import Link from 'next/link';
import { useLocale } from 'next-intl';
import { Bars } from '@/components/ui/bars';
import { TONE_FILL } from '@/components/ui/tone-fill';
import { formatNumber } from '@/lib/format/numbers';
import type { Tone } from '@/lib/theme/tokens';

export interface Column {
  id: string;
  /** What stands below the column, and all of it where the short one does not say enough by itself. */
  label: string;
  fullLabel?: string;
  value: number;
  tone?: Tone;
  href?: string;
}

const HEIGHT = 96;

/**
 * Columns in an order that has a direction: ages, months. It is a list of words and numbers to assistive technology, which the drawn
 * columns repeat; on a narrow window they lie down. Render it on the server: the scales then cost the browser nothing.
 */
export function Columns({ label, columns }: { label: string; columns: readonly Column[] }) {
  const locale = useLocale();
  const highest = Math.max(1, ...columns.map(({ value }) => value));
  // What is there is seen, however small it is beside the others.
  const part = scaleLinear<number>({ domain: [0, highest], range: [0, 100] });
  const size = (value: number) => (value === 0 ? 0 : Math.max(part(value), 2));
  return (
    <ol aria-label={label} className="flex max-sm:flex-col sm:items-end sm:gap-1">
      {columns.map(({ id, label: name, fullLabel, value, tone = 'info', href }) => {
        const shown = (
          <>
            <span className="order-3 text-sm text-ink-soft max-sm:order-1 max-sm:w-20 max-sm:shrink-0 sm:truncate">
              <span aria-hidden={fullLabel !== undefined || undefined}>{name}</span>
              {fullLabel !== undefined && <span className="sr-only">{fullLabel}</span>}
            </span>
            <span
              className={`order-1 text-sm font-medium tabular-nums max-sm:order-3 max-sm:w-14 max-sm:shrink-0 max-sm:text-end ${value === 0 ? 'text-ink-faint' : ''}`}
            >
              {formatNumber(value, locale)}
            </span>
            <Bars
              className="order-2 w-full border-b border-line-strong max-sm:hidden"
              height={HEIGHT}
              bars={[
                {
                  y: `${100 - size(value)}%`,
                  width: '100%',
                  height: `${size(value)}%`,
                  className: TONE_FILL[tone],
                },
              ]}
            />
            <Bars
              className="mirror order-2 h-2 w-full sm:hidden"
              bars={[
                { width: '100%', height: 8, rx: 1, className: 'fill-line' },
                { width: `${size(value)}%`, height: 8, rx: 1, className: TONE_FILL[tone] },
              ]}
            />
          </>
        );
        const look =
          'flex min-w-0 max-sm:min-h-8 max-sm:items-center max-sm:gap-3 sm:flex-col sm:items-center sm:gap-1 sm:px-0.5 sm:py-1';
        return (
          <li key={id} className="min-w-0 sm:flex-1">
            {href && value > 0 ? (
              <Link
                href={href}
                title={fullLabel}
                className={`${look} rounded-sm hover:bg-hover hover:text-accent`}
              >
                {shown}
              </Link>
            ) : (
              <span className={look}>{shown}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
