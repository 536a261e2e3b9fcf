import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ToneBadge } from '@/components/ui/badge';
import { Bidi, Code } from '@/components/ui/bidi';
import { TextLink } from '@/components/ui/text-link';
import { formatCalendarDay } from '@/lib/format/dates';
import type { CaptureView } from '@/lib/kyc/capture';
import { DOCUMENT_TYPES, known } from '@/lib/kyc/contract/lists';
import type { ExpiringDocument, PortalOverview } from '@/lib/kyc/portal-standing';
import { paths } from '@/lib/paths';

interface HomeAsideProps {
  view: Pick<CaptureView, 'employeeName' | 'submissionId' | 'documents'>;
  overview: PortalOverview;
}

/** Beside the next step: what happens after it, the documents, and whom to ask. */
export async function HomeAside({ view, overview: { standing, expiring } }: HomeAsideProps) {
  const t = await getTranslations('portal.home');
  const { employeeName, submissionId, documents } = view;
  return (
    <div className="space-y-6 border-t border-line pt-6 lg:border-t-0 lg:pt-0">
      <Part title={t('next')}>
        <p className="text-ink-soft">{t(`standing.${standing}.next`)}</p>
      </Part>
      <Part title={t('documents.title')}>
        {expiring.length > 0 && (
          <ul className="mb-2 space-y-2">
            {expiring.map((one) => (
              <ExpiringLine key={one.document.id} expiring={one} />
            ))}
          </ul>
        )}
        <p className="text-ink-soft">
          {documents.length === 0 ? t('documents.none') : t('documents.count', { count: documents.length })}
        </p>
        <p className="mt-1">
          <TextLink href={paths.portalDocuments}>{t('documents.all')}</TextLink>
        </p>
      </Part>
      <Part title={t('contact')}>
        {employeeName ? (
          <>
            <p className="font-medium">
              <Bidi>{employeeName}</Bidi>
            </p>
            <p className="mt-0.5 text-ink-soft">{t('contactText', { name: employeeName })}</p>
          </>
        ) : (
          <p className="text-ink-soft">{t('contactNone')}</p>
        )}
        <p className="mt-3 text-sm text-ink-soft">{t('reference')}</p>
        <p className="break-all">
          <Code>{submissionId}</Code>
        </p>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1.5 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

async function ExpiringLine({ expiring: { document, expiryDate, days } }: { expiring: ExpiringDocument }) {
  const t = await getTranslations('portal.home.documents');
  const kyc = await getTranslations('kyc.documentType');
  const day = formatCalendarDay(expiryDate, await getLocale());
  const type = known(DOCUMENT_TYPES, document.type);
  return (
    <li>
      <span className="block font-medium">{type ? kyc(type) : document.type}</span>
      <ToneBadge tone={days < 0 ? 'critical' : 'caution'} look="plain" className="whitespace-normal">
        {days < 0 ? t('expired', { day }) : t('expires', { days, day })}
      </ToneBadge>
    </li>
  );
}
