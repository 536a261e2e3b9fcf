'use client';

import { Bar } from '@visx/shape';

interface BarsProps {
  className?: string;
  height?: number;
  /** Lengths in pixels, or as percents of the drawing. */
  bars: readonly {
    x?: number | string;
    y?: number | string;
    width: number | string;
    height: number | string;
    rx?: number;
    className: string;
  }[];
}

/**
 * A drawing of bars that others put into words. A component of the browser's also where the server renders it: what the server sends
 * later of a drawing's inside comes with an inline style, which the policy forbids.
 */
export function Bars({ bars, ...rest }: BarsProps) {
  return (
    <svg {...rest} aria-hidden="true">
      {bars.map((bar, at) => (
        <Bar key={`${at}`} {...bar} />
      ))}
    </svg>
  );
}
