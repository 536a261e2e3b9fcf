import { cva } from 'class-variance-authority';
import type { ReactNode } from 'react';
import type { Tone } from '@/lib/theme/tokens';
import { ToneMark } from './tone-mark';

const style = cva('flex items-start gap-2.5 rounded border-s-[3px] px-3.5 py-2.5 text-ink', {
  variants: {
    tone: {
      neutral: 'border-neutral-solid bg-neutral-soft',
      info: 'border-info-solid bg-info-soft',
      positive: 'border-positive-solid bg-positive-soft',
      caution: 'border-caution-solid bg-caution-soft',
      critical: 'border-critical-solid bg-critical-soft',
      pending: 'border-pending-solid bg-pending-soft',
    },
  },
});

interface NoticeProps {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** `alert` interrupts a screen reader; `status` waits for a pause. */
  role?: 'alert' | 'status' | 'note';
  className?: string;
}

/** A message in the page: what holds now, and what it means for the reader. */
export function Notice({ tone, title, children, action, role, className }: NoticeProps) {
  return (
    <div role={role} className={style({ tone, className })}>
      <ToneMark tone={tone} className="mt-1.25" />
      <div className="min-w-0 grow">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={title ? 'mt-0.5' : undefined}>{children}</div>}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  );
}
