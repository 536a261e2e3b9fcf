'use client';

import { useTranslations } from 'next-intl';
import type { ComplianceView } from '@/components/cases/decisions/case-bar';
import { ProposalPanel } from '@/components/cases/decisions/proposal-panel';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { ProfilePage } from '@/lib/kyc/profile-page';
import { paths, withQuery } from '@/lib/paths';
import { isOutdated } from './case-desk';

interface CaseBannerProps {
  profile: ProfilePage;
  view: ComplianceView;
  onRead: () => void;
}

/** Over everything else: that the profile is no longer the one that is shown, and what waits for a second person. */
export function CaseBanner({ profile, view, onRead }: CaseBannerProps) {
  const t = useTranslations('decisions.outdated');
  const { header, submissionId } = profile;
  return (
    <>
      {!header.stale && isOutdated(profile, view) && (
        <Notice
          role="status"
          tone="caution"
          title={t('title')}
          className="mb-4"
          action={
            <Button size="sm" onClick={onRead}>
              {t('read')}
            </Button>
          }
        >
          {t('body', { seen: String(header.version), now: String(view.version) })}{' '}
          <TextLink
            href={withQuery(paths.versions(submissionId), {
              from: String(header.version),
              to: String(view.version),
            })}
          >
            {t('compare')}
          </TextLink>
        </Notice>
      )}
      <ProposalPanel view={view} />
    </>
  );
}
