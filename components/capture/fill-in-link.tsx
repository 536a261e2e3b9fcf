import { PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { KYC_STATES, known } from '@/lib/kyc/contract/lists';
import { editable } from '@/lib/kyc/editing';
import type { ProfilePage } from '@/lib/kyc/profile-page';
import { paths } from '@/lib/paths';

/** The way to fill in on the customer's behalf; nothing where nothing may be changed now. */
export function FillInLink({ profile }: { profile: ProfilePage }) {
  const t = useTranslations('profile');
  const { header, requests, submissionId } = profile;
  const state = known(KYC_STATES, header.kycState);
  const open = requests.filter((request) => request.state === 'open');
  if (state === undefined || header.stale || editable(state, open).kind === 'nothing') return null;
  const word = open.length > 0 ? 'fillInAgain' : state === 'New' ? 'fillIn' : 'fillInOn';
  return (
    <LinkButton href={paths.capture(submissionId)} icon={<PencilLine />}>
      {t(word)}
    </LinkButton>
  );
}
