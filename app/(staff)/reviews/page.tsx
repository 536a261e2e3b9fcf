import { SlidersHorizontal } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MonthTimeline } from '@/components/reviews/month-timeline';
import { ReviewFilter } from '@/components/reviews/review-filter';
import { ReviewTable } from '@/components/reviews/review-table';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { ReadFailed } from '@/components/ui/read-failed';
import { may } from '@/lib/auth/permissions';
import { readReviewView } from '@/lib/kyc/review-list';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff, type StaffSession } from '@/server/auth/session';
import { reviewsDesk } from '@/server/casework/reviews';
import { kycApi } from '@/server/kyc';
import { readOrFailed } from '../read-or-failed';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reviews'))('title') };
}

/** The calendar of reviews: a relationship manager's own customers, or everybody's. */
export default async function ReviewsPage({ searchParams }: PageProps<'/reviews'>) {
  const session = await requireStaff(['reviews:read:own', 'reviews:read:all']);
  const t = await getTranslations('reviews');
  const all = may(session.user.role, 'reviews:read:all');
  const asked = readReviewView(await searchParams);
  const view = all ? asked : { ...asked, employee: undefined };
  const desk = await reviewsDesk(session);
  const list = await readOrFailed('reviews', async () => ({
    page: await desk.list(view),
    months: await desk.months(view),
  }));
  return (
    <>
      <PageHeader
        title={all ? t('title') : t('yours')}
        meta={t('meta')}
        actions={
          may(session.user.role, 'case-settings:try') && (
            <LinkButton href={paths.caseSettings} icon={<SlidersHorizontal />}>
              {t('tryMonths')}
            </LinkButton>
          )
        }
      />
      {'read' in list && <MonthTimeline months={list.read.months} view={view} />}
      <ReviewFilter view={view} employees={all ? await readEmployees(session) : []} />
      {'failed' in list ? (
        <ReadFailed title={t('listFailed')} requestId={list.failed} />
      ) : (
        <ReviewTable page={list.read.page} view={view} />
      )}
    </>
  );
}

/** The page does without them while the KYC service is away. */
async function readEmployees(session: StaffSession) {
  const employees = await (await kycApi()).getEmployees(kycCall(session, newId()), {}).catch(() => []);
  return employees.map(({ id, name }) => ({ id, name }));
}
