import { useTranslations } from 'next-intl';
import { ActivityPanel } from '@/components/audit/activity-panel';
import { KindLabel } from '@/components/kyc/kind-label';
import { StateBadge } from '@/components/kyc/state-badge';
import { CustomerHeading } from '@/components/profile/customer-heading';
import { PasswordLink } from '@/components/profile/password-link';
import { Notice } from '@/components/ui/notice';
import type { CustomerListItem } from '@/lib/kyc/customer-list';
import { sendPasswordLink } from '@/server/actions/customers';

/** What an admin sees of a customer: who it is, where it stands, and the password link. */
export function AdminView({ customer }: { customer: CustomerListItem }) {
  const t = useTranslations('profile');
  const { submissionId } = customer;
  return (
    <>
      <CustomerHeading
        name={customer.displayName}
        submissionId={submissionId}
        marks={
          <>
            <KindLabel userType={customer.userType} />
            <StateBadge state={customer.kycState} />
          </>
        }
        actions={<PasswordLink submissionId={submissionId} send={sendPasswordLink} />}
      />
      <div className="space-y-4">
        <Notice tone="neutral">{t('admin.scope')}</Notice>
        <ActivityPanel submissionId={submissionId} />
      </div>
    </>
  );
}
