import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ToneBadge } from '@/components/ui/badge';
import { Bidi } from '@/components/ui/bidi';
import { Panel } from '@/components/ui/panel';
import type { PortalOverview } from '@/lib/kyc/portal-standing';
import { paths } from '@/lib/paths';

/** The form's pages, each with what is missing on it. */
export async function OwedPages({ overview }: { overview: PortalOverview }) {
  const { pages, standing, asked } = overview;
  const t = await getTranslations('portal.home.pages');
  const isSent = ['asked', 'answered', 'review', 'approved'].includes(standing);
  const isAsked = (page: string) => asked.some(({ pageId, isAnswered }) => pageId === page && !isAnswered);
  return (
    <Panel id="answers" title={t('title')} flush>
      {pages.length === 0 ? (
        <p className="p-4 text-ink-soft">{t('empty')}</p>
      ) : (
        <ol className="divide-y divide-line">
          {pages.map(({ id, name, owed }, index) => (
            <li key={id}>
              <Link
                href={paths.portalPage(id)}
                className="flex min-h-12 items-center gap-x-3 px-4 py-2.5 hover:bg-hover"
              >
                <span aria-hidden="true" className="w-5 shrink-0 text-sm text-ink-soft">
                  {index + 1}
                </span>
                <span className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-4 gap-y-0.5">
                  <span className="font-medium">
                    <Bidi>{name}</Bidi>
                  </span>
                  {isAsked(id) ? (
                    <ToneBadge tone="caution" look="plain">
                      {t('asked')}
                    </ToneBadge>
                  ) : isSent ? (
                    <ToneBadge tone="neutral" look="plain">
                      {t('sent')}
                    </ToneBadge>
                  ) : owed > 0 ? (
                    <ToneBadge tone="pending" look="plain">
                      {t('owed', { count: owed })}
                    </ToneBadge>
                  ) : (
                    <ToneBadge tone="positive" look="plain">
                      {t('complete')}
                    </ToneBadge>
                  )}
                </span>
                <span aria-hidden="true" className="text-ink-soft">
                  <span className="mirror inline-block">→</span>
                </span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
