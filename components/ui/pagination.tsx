import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { LinkButton } from './link-button';

interface PaginationProps {
  label: string;
  /** "1 to 25 of 312" */
  summary: ReactNode;
  previous: { label: string; href?: string | undefined; none: string };
  next: { label: string; href?: string | undefined; none: string };
}

/** Keyset paging: one step back, one step on. At an end the button says why it leads nowhere. */
export function Pagination({ label, summary, previous, next }: PaginationProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-start justify-between gap-3 py-3">
      <p className="py-1 text-sm text-ink-soft">{summary}</p>
      <div className="flex items-start gap-2">
        <Step {...previous} icon={<ChevronLeft className="mirror" />} rel="prev" />
        <Step {...next} icon={<ChevronRight className="mirror" />} rel="next" />
      </div>
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
    return (
      <Button size="sm" icon={icon} unavailable={none}>
        {label}
      </Button>
    );
  }
  return (
    <LinkButton size="sm" href={href} rel={rel} icon={icon}>
      {label}
    </LinkButton>
  );
}
