import { cx } from 'class-variance-authority';
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Progress } from '@/components/ui/progress';
import { ToneMark } from '@/components/ui/tone-mark';
import { formatDate } from '@/lib/format/dates';
import type { CaptureView } from '@/lib/kyc/capture';
import type { OwedPage, PortalOverview, PortalStanding } from '@/lib/kyc/portal-standing';
import { paths } from '@/lib/paths';
import type { Tone } from '@/lib/theme/tokens';

const TONE: Record<PortalStanding, Tone> = {
  invited: 'info',
  filling: 'pending',
  fillingAgain: 'pending',
  ready: 'info',
  readyAgain: 'info',
  asked: 'caution',
  answered: 'info',
  review: 'pending',
  approved: 'positive',
  refused: 'critical',
};

const EDGE: Record<Tone, string> = {
  neutral: 'border-s-neutral-solid',
  info: 'border-s-info-solid',
  positive: 'border-s-positive-solid',
  caution: 'border-s-caution-solid',
  critical: 'border-s-critical-solid',
  pending: 'border-s-pending-solid',
};

/** Where each standing's next step leads; none where it is the firm's turn. */
const LEADS_TO: Partial<Record<PortalStanding, string>> = {
  invited: paths.portalForm,
  filling: paths.portalForm,
  fillingAgain: paths.portalForm,
  asked: paths.portalForm,
  refused: paths.portalForm,
  ready: paths.portalReview,
  readyAgain: paths.portalReview,
  answered: paths.portalReview,
};

interface StandingPanelProps {
  view: Pick<CaptureView, 'progress' | 'submittedAt'>;
  overview: PortalOverview;
}

/** Where it stands, in one sentence, and the one thing to do next. */
export async function StandingPanel({ view, overview }: StandingPanelProps) {
  const t = await getTranslations('portal.home');
  const { standing, asked, pages } = overview;
  const href = leadsTo(overview);
  const page = firstOwed(overview)?.name ?? '';
  const count =
    standing === 'asked'
      ? asked.filter(({ isAnswered }) => !isAnswered).length
      : pages.reduce((sum, { owed }) => sum + owed, 0);
  const percent = Math.round(view.progress);
  const isFilling = ['invited', 'filling', 'fillingAgain'].includes(standing);
  const tone = TONE[standing];
  return (
    <section
      aria-labelledby="standing"
      className={cx('rounded-lg border border-s-4 border-line bg-surface p-5 max-sm:p-4', EDGE[tone])}
    >
      <div className="flex items-start gap-2.5">
        <ToneMark tone={tone} className="mt-2 size-3" />
        <div className="min-w-0 grow">
          <h2 id="standing" className="text-lg font-semibold text-balance">
            {t(`standing.${standing}.title`, { count })}
          </h2>
          <p className="mt-1 max-w-prose text-ink-soft">
            {standing === 'review' && view.submittedAt
              ? t('standing.review.textSince', { date: await dateOf(view.submittedAt) })
              : t(`standing.${standing}.text`)}
          </p>
          {isFilling && (
            <div className="mt-4 max-w-sm">
              <Progress
                value={percent}
                max={100}
                label={t('progress')}
                text={t('progressText', { percent })}
              />
            </div>
          )}
          {href && standing !== 'review' && standing !== 'approved' && (
            <LinkButton
              variant="primary"
              size="lg"
              href={href}
              className="mt-5 h-auto! min-h-10 py-2 text-center whitespace-normal max-sm:w-full"
            >
              {t(`standing.${standing}.action`, { page })}
            </LinkButton>
          )}
        </div>
      </div>
    </section>
  );
}

/** A single thing that is asked again and is no question is a document: it has a page of its own. */
function leadsTo({ standing, asked, pages }: PortalOverview): string | undefined {
  const open = asked.filter(({ isAnswered }) => !isAnswered);
  if (standing === 'asked' && open.every(({ pageId }) => pageId === null)) return paths.portalDocuments;
  const page = firstOwed({ standing, pages });
  return page ? paths.portalPage(page.id) : LEADS_TO[standing];
}

/** The page to go on with, while the form is filled in. */
function firstOwed({ standing, pages }: Pick<PortalOverview, 'standing' | 'pages'>): OwedPage | undefined {
  const isFilling = standing === 'filling' || standing === 'fillingAgain';
  return isFilling ? pages.find(({ owed }) => owed > 0) : undefined;
}

async function dateOf(moment: string): Promise<string> {
  const reader = { locale: await getLocale(), timeZone: (await getTimeZone()) ?? 'UTC' };
  return formatDate(new Date(moment), reader);
}
