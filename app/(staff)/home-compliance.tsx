import { getTranslations } from 'next-intl/server';
import { FunnelPanel, MixPanel, ReviewsPanel } from '@/components/dashboard/book-panels';
import {
  AgePanel,
  DecisionsPanel,
  MentionsPanel,
  WaitingFigures,
  WorkloadPanel,
} from '@/components/dashboard/queue-panels';
import type { MentionLine } from '@/lib/kyc/cases';
import { markMentionsSeen } from '@/server/actions/notes';
import type { Dashboard } from '@/server/casework/dashboard';
import { Part } from './home-part';

interface ComplianceHomeProps {
  dashboard: Dashboard;
  today: string;
  readerId: string;
  readMentions: () => Promise<MentionLine[]>;
}

/** What waits and for how long, who has it, how the book stands, and what comes. */
export async function ComplianceHome({ dashboard, today, readerId, readMentions }: ComplianceHomeProps) {
  const t = await getTranslations('dashboard');
  const { queue, book } = dashboard;
  return (
    <div className="space-y-4">
      <Part
        title={t('waits.title')}
        read={queue}
        show={(counted) => <WaitingFigures queue={counted} readerId={readerId} />}
      />
      <div className="grid gap-4 lg:grid-cols-[3fr_2fr]">
        <Part
          title={t('age.title')}
          read={queue}
          show={(counted) => <AgePanel queue={counted} today={today} />}
        />
        <Part
          title={t('workload.title')}
          read={async () => ({ counted: await queue(), names: await dashboard.assigneeNames() })}
          show={({ counted, names }) => <WorkloadPanel queue={counted} names={names} />}
        />
      </div>
      <Part
        title={t('reviews.title')}
        read={book}
        show={(counted) => <ReviewsPanel book={counted} today={today} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <div className="space-y-4">
          <Part
            title={t('mix.title')}
            read={book}
            show={(counted) => <MixPanel book={counted} title={t('mix.title')} />}
          />
          <Part title={t('funnel.title')} read={book} show={(counted) => <FunnelPanel book={counted} />} />
        </div>
        <div className="space-y-4">
          <Part
            title={t('mentions.title')}
            read={readMentions}
            show={(mentions) => <MentionsPanel mentions={mentions} markSeen={markMentionsSeen} />}
          />
          <Part
            title={t('decisions.title')}
            read={dashboard.latestDecisions}
            show={(decisions) => <DecisionsPanel decisions={decisions} />}
          />
        </div>
      </div>
    </div>
  );
}
