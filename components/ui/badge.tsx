import { cva } from 'class-variance-authority';
import type { ReactNode } from 'react';
import type { Tone } from '@/lib/theme/tokens';
import { ToneMark } from './tone-mark';

const style = cva('inline-flex items-center gap-1.5 font-medium whitespace-nowrap', {
  variants: {
    tone: {
      neutral: 'text-neutral-fg',
      info: 'text-info-fg',
      positive: 'text-positive-fg',
      caution: 'text-caution-fg',
      critical: 'text-critical-fg',
      pending: 'text-pending-fg',
    },
    look: { filled: 'rounded px-1.75 py-px text-sm', plain: 'text-base max-md:whitespace-normal' },
  },
  compoundVariants: [
    { look: 'filled', tone: 'neutral', className: 'bg-neutral-soft' },
    { look: 'filled', tone: 'info', className: 'bg-info-soft' },
    { look: 'filled', tone: 'positive', className: 'bg-positive-soft' },
    { look: 'filled', tone: 'caution', className: 'bg-caution-soft' },
    { look: 'filled', tone: 'critical', className: 'bg-critical-soft' },
    { look: 'filled', tone: 'pending', className: 'bg-pending-soft' },
  ],
});

interface ToneBadgeProps {
  tone: Tone;
  children: ReactNode;
  /** `plain` in dense tables, where twenty filled boxes would shout. */
  look?: 'filled' | 'plain';
  className?: string;
}

/** A state in word, shape and tone. */
export function ToneBadge({ tone, children, look = 'filled', className }: ToneBadgeProps) {
  return (
    <span className={style({ tone, look, className })}>
      <ToneMark tone={tone} />
      {children}
    </span>
  );
}

/** A quiet label for what is no state: a count, a kind, a version. */
export function Badge({ children, mono }: { children: ReactNode; mono?: boolean }) {
  return (
    <span
      className={`inline-flex items-center rounded border border-line px-1.5 text-xs/4.5 font-medium whitespace-nowrap text-ink-soft ${mono ? 'font-mono' : ''}`}
    >
      {children}
    </span>
  );
}
