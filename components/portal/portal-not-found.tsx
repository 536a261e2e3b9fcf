import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

/** An address below the portal at which there is nothing. */
export async function PortalNotFound() {
  const t = await getTranslations('portal.notFound');
  return (
    <div className="max-w-xl py-6">
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      <p className="mt-2 text-ink-soft">{t('text')}</p>
      <div className="mt-5">
        <LinkButton variant="primary" href={paths.portal}>
          {t('home')}
        </LinkButton>
      </div>
    </div>
  );
}

/** Said where there is no portal at all. */
export async function PortalAbsent() {
  const t = await getTranslations('portal.absent');
  return (
    <div className="max-w-xl">
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      <p className="mt-2 text-ink-soft">{t('text')}</p>
    </div>
  );
}
