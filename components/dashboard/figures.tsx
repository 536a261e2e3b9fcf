import Link from 'next/link';
import { useLocale } from 'next-intl';
import { ToneMark } from '@/components/ui/tone-mark';
import { formatNumber } from '@/lib/format/numbers';
import type { Tone } from '@/lib/theme/tokens';

export interface Figure {
  id: string;
  label: string;
  value: number;
  /** Said by a shape as well, and only while there is something to count. */
  tone?: Tone;
  /** What is counted, opened by a press. */
  href?: string;
}

/** Figures side by side on one sheet, each leading to what it counts. */
export function Figures({ label, figures }: { label: string; figures: readonly Figure[] }) {
  const locale = useLocale();
  return (
    <ul
      aria-label={label}
      className="grid gap-px max-sm:grid-cols-2 sm:auto-cols-fr sm:grid-flow-col overflow-hidden rounded-lg border border-line bg-line"
    >
      {figures.map(({ id, label: name, value, tone, href }) => {
        const shown = (
          <>
            <span className="flex items-center gap-1.5 text-sm text-ink-soft">
              {tone && value > 0 && <ToneMark tone={tone} />}
              {name}
            </span>
            <span className={`text-xl font-semibold tabular-nums ${value === 0 ? 'text-ink-faint' : ''}`}>
              {formatNumber(value, locale)}
            </span>
          </>
        );
        const look = 'flex flex-col-reverse justify-end gap-0.5 px-4 py-3';
        return (
          <li key={id} className="bg-surface max-sm:last:odd:col-span-2">
            {href ? (
              <Link href={href} className={`${look} h-full hover:bg-hover focus-visible:-outline-offset-2`}>
                {shown}
              </Link>
            ) : (
              <span className={look}>{shown}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
