import { getTranslations } from 'next-intl/server';
import { ToneBadge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import type { AskedItem } from '@/lib/kyc/portal-standing';
import { paths } from '@/lib/paths';

/** What is asked for again: what, why, in the words of compliance, and where to answer it. */
export async function AskedAgain({ items }: { items: readonly AskedItem[] }) {
  const t = await getTranslations('portal.home.asked');
  return (
    <Panel id="asked" title={t('title')} flush>
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <AskedEntry key={item.request.id} item={item} />
        ))}
      </ul>
    </Panel>
  );
}

async function AskedEntry({ item: { request, question, pageId, isAnswered } }: { item: AskedItem }) {
  const t = await getTranslations('portal.home.asked');
  const kyc = await getTranslations('kyc.documentType');
  const what = question ?? (request.documentTypeId ? kyc(request.documentTypeId) : '');
  const href = pageId === null ? paths.portalDocuments : paths.portalPage(pageId);
  return (
    <li className="px-4 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="font-semibold">{what}</h3>
        {isAnswered ? (
          <ToneBadge tone="positive">{t('answered')}</ToneBadge>
        ) : (
          <ToneBadge tone="caution">{t('open')}</ToneBadge>
        )}
      </div>
      <p className="mt-0.5 text-sm text-ink-soft">
        {t(`reasons.${request.reason}`)}{' '}
        {t.rich('since', { date: () => <DateTime value={request.requestedAt} show="date" /> })}
      </p>
      <figure className="mt-3">
        <figcaption className="text-sm text-ink-soft">{t('words')}</figcaption>
        <blockquote
          dir="auto"
          className="mt-1 max-w-prose border-s-2 border-line-strong ps-3 whitespace-pre-line"
        >
          {request.words}
        </blockquote>
      </figure>
      {!isAnswered && (
        <LinkButton href={href} className="mt-3">
          {pageId === null ? t('upload') : t('answer')}
          <span className="sr-only">: {what}</span>
        </LinkButton>
      )}
    </li>
  );
}
