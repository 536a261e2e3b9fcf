import { scaleLinear } from '@visx/scale';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Tone } from '@/lib/theme/tokens';
import { Bars } from './bars';
import { TONE_FILL } from './tone-fill';

export interface BarRow {
  id: string;
  label: ReactNode;
  /** Its length, in the unit of the whole list. */
  value: number;
  /** The value in words, beside the bar: the bar's text alternative. */
  text: string;
  tone?: Tone;
  /** What the bar stands for, opened by a press. */
  href?: string;
  /** A line of explanation under the label. */
  detail?: ReactNode;
}

interface BarListProps {
  /** What the bars measure, read aloud. */
  label: string;
  rows: readonly BarRow[];
  /** The value of a full bar; the longest row by default. */
  max?: number;
}

/**
 * Horizontal bars with their values as text. It is a list to assistive technology; the drawn bars repeat what the
 * words say. Render it on the server: the scales then cost the browser nothing.
 */
export function BarList({ label, rows, max }: BarListProps) {
  const longest = max ?? Math.max(0, ...rows.map((row) => row.value));
  const width = scaleLinear<number>({ domain: [0, longest || 1], range: [0, 100], clamp: true });
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {rows.map((row) => (
        <li
          key={row.id}
          className="relative grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
        >
          <span className="min-w-0">
            {row.href ? (
              <Link href={row.href} className="after:absolute after:inset-0 hover:text-accent">
                {row.label}
              </Link>
            ) : (
              row.label
            )}
          </span>
          <span className="text-end font-medium">{row.text}</span>
          <Bars
            className="mirror col-span-2 h-2 w-full"
            bars={[
              { width: '100%', height: 8, rx: 1, className: 'fill-line' },
              { width: `${width(row.value)}%`, height: 8, rx: 1, className: TONE_FILL[row.tone ?? 'info'] },
            ]}
          />
          {row.detail && <span className="col-span-2 text-sm text-ink-soft">{row.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
