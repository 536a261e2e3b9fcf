'use client';

import { useTranslations } from 'next-intl';
import { Bidi, Code } from '@/components/ui/bidi';
import { DateTime } from '@/components/ui/date-time';
import { Fact, Facts } from '@/components/ui/facts';
import { Panel } from '@/components/ui/panel';
import type { ProfileHeader } from '@/lib/kyc/profile-page';

/** How the customer is reached and registered, and when the onboarding began and ended. */
export function CustomerFacts({ header }: { header: ProfileHeader }) {
  const t = useTranslations('profile');
  const legal = header.userType === 'LegalCustomer';
  const unknown = <span className="text-ink-soft">{t('notGiven')}</span>;
  return (
    <Panel id="customer" title={t('customer')}>
      <Facts layout="columns">
        {legal && (
          <>
            <Fact term={t('registrationNumber')}>
              {header.registrationNumber ? <Code>{header.registrationNumber}</Code> : unknown}
            </Fact>
            <Fact term={t('tradingName')}>
              {header.tradingName ? <Bidi>{header.tradingName}</Bidi> : unknown}
            </Fact>
          </>
        )}
        <Fact term={t('email')}>{header.email ? <Bidi>{header.email}</Bidi> : unknown}</Fact>
        <Fact term={t('mobile')}>
          {header.mobileNumber ? <bdi dir="ltr">{header.mobileNumber}</bdi> : unknown}
        </Fact>
        <Fact term={t('started')}>
          {header.onboardingStarted ? <DateTime value={header.onboardingStarted} show="date" /> : unknown}
        </Fact>
        <Fact term={t('completed')}>
          {header.onboardingCompleted ? (
            <DateTime value={header.onboardingCompleted} show="date" />
          ) : (
            <span className="text-ink-soft">{t('notCompleted')}</span>
          )}
        </Fact>
      </Facts>
    </Panel>
  );
}
