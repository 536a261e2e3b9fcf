'use client';

import { Download, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { KindLabel } from '@/components/kyc/kind-label';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { StateBadge } from '@/components/kyc/state-badge';
import { ToneBadge } from '@/components/ui/badge';
import { Bidi } from '@/components/ui/bidi';
import { DateTime } from '@/components/ui/date-time';
import { IconButton } from '@/components/ui/icon-button';
import { DownloadButton } from '@/components/ui/link-button';
import { Progress } from '@/components/ui/progress';
import type { ProfilePage } from '@/lib/kyc/profile-page';
import { paths } from '@/lib/paths';
import { CustomerHeading } from './customer-heading';

interface ProfileHeaderProps {
  profile: ProfilePage;
  mayDownload: boolean;
  /** Other things that this person may do, before the download. */
  actions?: ReactNode;
  /** What this person may decide. */
  bar?: ReactNode;
  /** Whether the bar says already that the customer is waited for. */
  barSaysWaiting: boolean;
  refreshing: boolean;
  onRefresh: () => void;
}

/** Who it is and where it stands, in one look, with the actions that this person may take. */
export function ProfileHeader(props: ProfileHeaderProps) {
  const { profile, mayDownload, actions, bar, barSaysWaiting, refreshing, onRefresh } = props;
  const t = useTranslations('profile');
  const requests = useTranslations('requests');
  const { header, risk, submissionId } = profile;
  const waits = !barSaysWaiting && profile.requests.some(({ state }) => state === 'open');
  return (
    <CustomerHeading
      name={header.name}
      submissionId={submissionId}
      marks={
        <>
          <KindLabel userType={header.userType} />
          <StateBadge state={header.kycState} />
          {waits && <ToneBadge tone="pending">{requests('waitingShort')}</ToneBadge>}
          <RiskBadge level={risk.level} />
        </>
      }
      actions={
        <>
          {actions}
          {mayDownload && (
            <DownloadButton
              href={paths.data.report(submissionId)}
              download
              icon={<Download />}
              variant={bar ? 'secondary' : 'primary'}
            >
              {t('download')}
            </DownloadButton>
          )}
        </>
      }
    >
      <dl className="mt-3 flex flex-wrap items-end gap-x-8 max-md:items-start gap-y-2 max-md:grid max-md:grid-cols-2">
        <HeaderFact term={t('owner')}>{header.employeeName && <Bidi>{header.employeeName}</Bidi>}</HeaderFact>
        <HeaderFact term={t('form')}>
          {header.formName &&
            (header.formVersion === null
              ? header.formName
              : t('formVersion', { name: header.formName, version: header.formVersion }))}
        </HeaderFact>
        <HeaderFact term={t('progress')}>
          <Progress
            compact
            label={t('progress')}
            value={header.onboardingProgress}
            max={100}
            text={t('percent', { value: header.onboardingProgress / 100 })}
          />
        </HeaderFact>
        <HeaderFact term={t('profileVersion')}>{header.version}</HeaderFact>
        <HeaderFact term={t('readAt')}>
          <span className="inline-flex h-5 items-center gap-1">
            <DateTime value={header.readAt} />
            <IconButton
              label={refreshing ? t('refreshing') : t('refresh')}
              icon={<RotateCw className={refreshing ? 'animate-spin' : undefined} />}
              className="size-6! [&_svg]:size-3.5!"
              onClick={onRefresh}
            />
          </span>
        </HeaderFact>
      </dl>
      {bar}
    </CustomerHeading>
  );
}

function HeaderFact({ term, children }: { term: string; children: ReactNode }) {
  const t = useTranslations('profile');
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-soft">{term}</dt>
      <dd>{children || <span className="text-ink-soft">{t('notGiven')}</span>}</dd>
    </div>
  );
}
