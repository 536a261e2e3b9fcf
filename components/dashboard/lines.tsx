import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';

export interface Line {
  id: string;
  href: string;
  name: ReactNode;
  detail: ReactNode;
  /** At the line's end: a date, a badge. */
  end?: ReactNode;
}

/** A short list whose lines each open one customer. */
export function Lines({ label, lines }: { label: string; lines: readonly Line[] }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {lines.map(({ id, href, name, detail, end }) => (
        <li key={id} className="relative flex items-baseline justify-between gap-4 px-4 py-2 hover:bg-hover">
          <div className="min-w-0">
            <TextLink quiet href={href} className="font-medium after:absolute after:inset-0">
              <bdi>{name}</bdi>
            </TextLink>
            <div className="text-sm text-ink-soft">{detail}</div>
          </div>
          {end && <div className="shrink-0 text-end text-sm text-ink-soft">{end}</div>}
        </li>
      ))}
    </ul>
  );
}
