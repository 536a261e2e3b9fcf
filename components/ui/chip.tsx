import { X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface FilterChipProps {
  /** The filter's name and its value ("Risk", "High"). */
  name: ReactNode;
  value: ReactNode;
  /** The same list without this filter. */
  removeHref: string;
  removeLabel: string;
}

/** A filter in force, with a link that takes it away. */
export function FilterChip({ name, value, removeHref, removeLabel }: FilterChipProps) {
  return (
    <span className="inline-flex h-7 items-center gap-1 rounded-full border border-accent bg-accent-soft ps-3 text-sm">
      <span className="text-ink-soft">{name}</span>
      <span className="font-medium">{value}</span>
      <Link
        href={removeHref}
        scroll={false}
        aria-label={removeLabel}
        className="inline-flex size-6.5 items-center justify-center rounded-full hover:bg-raised"
      >
        <X className="size-3.5" aria-hidden="true" />
      </Link>
    </span>
  );
}
