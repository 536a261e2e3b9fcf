import { getTranslations } from 'next-intl/server';
import { FunnelPanel, MixPanel, ReviewsPanel } from '@/components/dashboard/book-panels';
import { ExpiringPanel, OwingPanel } from '@/components/dashboard/own-panels';
import type { Dashboard } from '@/server/casework/dashboard';
import { Part } from './home-part';

/** A relationship manager's own customers: what they owe, what runs out, how far they are, and when they are looked at again. */
export async function ManagerHome({ dashboard, today }: { dashboard: Dashboard; today: string }) {
  const t = await getTranslations('dashboard');
  const { own } = dashboard;
  return (
    <div className="space-y-4">
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <Part
          title={t('owing.title')}
          read={dashboard.owing}
          show={(customers) => <OwingPanel customers={customers} />}
        />
        <Part title={t('funnel.title')} read={own} show={(counted) => <FunnelPanel book={counted} />} />
      </div>
      <Part
        title={t('reviews.title')}
        read={own}
        show={(counted) => <ReviewsPanel book={counted} today={today} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <Part
          title={t('mix.own')}
          read={own}
          show={(counted) => <MixPanel book={counted} title={t('mix.own')} />}
        />
        <Part
          title={t('expiring.title')}
          read={async () => ({ counted: await own(), soonest: await dashboard.expiring() })}
          show={({ counted, soonest }) => <ExpiringPanel own={counted} soonest={soonest} />}
        />
      </div>
    </div>
  );
}
