import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { LinkButton } from './link-button';

interface PaginationProps {
  label: string;
  /** "1 to 25 of 312" */
  summary: ReactNode;
  previous: { label: string; href?: string | undefined; none: string };
  next: { label: string; href?: string | undefined; none: string };
}

/** Keyset paging: one step back, one step on. At an end, words stand where the link would be; one page alone has neither. */
export function Pagination({ label, summary, previous, next }: PaginationProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3 py-3">
      <p className="text-sm text-ink-soft">{summary}</p>
      {(previous.href ?? next.href) !== undefined && (
        <div className="flex items-center gap-2">
          <Step {...previous} icon={<ChevronLeft className="mirror" />} rel="prev" />
          <Step {...next} icon={<ChevronRight className="mirror" />} rel="next" />
        </div>
      )}
    </nav>
  );
}

interface StepProps {
  label: string;
  href?: string | undefined;
  none: string;
  icon: ReactNode;
  rel: string;
}

function Step({ label, href, none, icon, rel }: StepProps) {
  if (href === undefined) {
    return <span className="inline-flex h-7 items-center px-2 text-sm text-ink-soft">{none}</span>;
  }
  return (
    <LinkButton size="sm" href={href} rel={rel} icon={icon}>
      {label}
    </LinkButton>
  );
}
