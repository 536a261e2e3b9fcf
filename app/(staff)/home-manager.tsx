import { getTranslations } from 'next-intl/server';
import { FunnelPanel, MixPanel, ReviewsPanel } from '@/components/dashboard/book-panels';
import { ExpiringPanel, OwingPanel } from '@/components/dashboard/own-panels';
import { MentionsPanel } from '@/components/dashboard/queue-panels';
import type { MentionLine } from '@/lib/kyc/cases';
import { markMentionsSeen } from '@/server/actions/notes';
import type { Dashboard } from '@/server/casework/dashboard';
import { Part } from './home-part';

interface ManagerHomeProps {
  dashboard: Dashboard;
  today: string;
  readMentions: () => Promise<MentionLine[]>;
}

/** A relationship manager's own customers: what they owe, who is asked about them, how far they are, when they are looked at again, and what runs out. */
export async function ManagerHome({ dashboard, today, readMentions }: ManagerHomeProps) {
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
        <div className="space-y-4">
          <Part
            title={t('mentions.title')}
            read={readMentions}
            show={(mentions) => <MentionsPanel mentions={mentions} markSeen={markMentionsSeen} />}
          />
          <Part title={t('funnel.title')} read={own} show={(counted) => <FunnelPanel book={counted} />} />
        </div>
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
