import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import type { MailHealth, PasswordLinkHealth, StaffHealth } from '@/lib/kyc/dashboard';
import { paths } from '@/lib/paths';
import { CountedPanel } from './counted-panel';
import { Figures } from './figures';
import { Lines } from './lines';

interface HealthFiguresProps {
  staff: StaffHealth;
  mail: MailHealth;
  links: PasswordLinkHealth;
  /** Runs of jobs that were given up. */
  failedRuns: number;
}

/** Whether the product is well, in figures. */
export function HealthFigures({ staff, mail, links, failedRuns }: HealthFiguresProps) {
  const t = useTranslations('dashboard.admin');
  return (
    <Figures
      label={t('health')}
      figures={[
        { id: 'active', label: t('active'), value: staff.active, href: paths.users },
        { id: 'invited', label: t('invited'), value: staff.invited, href: paths.users, tone: 'pending' },
        { id: 'queued', label: t('queued'), value: mail.queued, href: paths.outbox, tone: 'info' },
        { id: 'failed', label: t('failed'), value: mail.failed, href: paths.outbox, tone: 'critical' },
        { id: 'jobs', label: t('jobs'), value: failedRuns, href: paths.jobs, tone: 'critical' },
        { id: 'links', label: t('links'), value: links.count, href: '#links' },
      ]}
    />
  );
}

/** To whom password links were sent lately. */
export function LinksPanel({ links }: { links: PasswordLinkHealth }) {
  const t = useTranslations('dashboard.admin');
  return (
    <CountedPanel id="links" title={t('linksTitle')} flush>
      {links.latest.length === 0 ? (
        <p className="p-4 text-ink-soft">{t('linksEmpty')}</p>
      ) : (
        <Lines
          label={t('linksLabel')}
          lines={links.latest.map(({ submissionId, displayName, at }) => ({
            id: `${submissionId} ${at}`,
            href: paths.customer(submissionId),
            name: displayName,
            detail: <DateTime value={at} />,
          }))}
        />
      )}
    </CountedPanel>
  );
}
