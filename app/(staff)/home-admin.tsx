import { getTranslations } from 'next-intl/server';
import { HealthFigures, LinksPanel } from '@/components/dashboard/admin-panels';
import { FunnelPanel } from '@/components/dashboard/book-panels';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import type { Dashboard } from '@/server/casework/dashboard';
import { Part } from './home-part';

interface AdminHomeProps {
  dashboard: Dashboard;
  isEmpty: boolean;
  readFailedRuns: () => Promise<number>;
}

/** Whether the product is well, and how many customers stand where. */
export async function AdminHome({ dashboard, isEmpty, readFailedRuns }: AdminHomeProps) {
  const t = await getTranslations('dashboard');
  return (
    <div className="space-y-4">
      <Part
        title={t('admin.health')}
        read={async () => ({
          staff: await dashboard.staff(),
          mail: await dashboard.mail(),
          links: await dashboard.passwordLinks(),
          failedRuns: await readFailedRuns(),
        })}
        show={(health) => <HealthFigures {...health} />}
      />
      {isEmpty ? (
        <EmptyState
          title={t('empty.title')}
          action={
            <LinkButton variant="primary" href={paths.users}>
              {t('empty.invite')}
            </LinkButton>
          }
        >
          {t('empty.admin')}
        </EmptyState>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
          <Part
            title={t('funnel.title')}
            read={dashboard.states}
            show={(counted) => <FunnelPanel book={counted} />}
          />
          <Part
            title={t('admin.linksTitle')}
            read={dashboard.passwordLinks}
            show={(links) => <LinksPanel links={links} />}
          />
        </div>
      )}
    </div>
  );
}
