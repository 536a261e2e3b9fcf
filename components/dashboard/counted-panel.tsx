import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';

interface CountedPanelProps {
  id: string;
  title: string;
  /** When what it shows was counted; an ISO 8601 moment. */
  countedAt?: string;
  actions?: ReactNode;
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A sheet of the home page, with the time of its numbers. */
export function CountedPanel({ countedAt, ...rest }: CountedPanelProps) {
  const t = useTranslations('dashboard');
  const format = useFormatter();
  const time = (at: string) =>
    format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return <Panel {...rest} meta={countedAt && t('countedAt', { time: time(countedAt) })} />;
}
