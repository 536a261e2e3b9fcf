import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

/** What somebody sees who is signed in, but whose role does not open the page. */
export async function ForbiddenBody() {
  const t = await getTranslations('auth.forbidden');
  return (
    <div className="max-w-xl py-6">
      <p aria-hidden="true" className="mb-3 font-mono text-sm text-ink-soft">
        403
      </p>
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      <p className="mt-2 text-ink-soft">{t('body')}</p>
      <p className="mt-2">{t('todo')}</p>
      <div className="mt-5">
        <LinkButton variant="primary" href={paths.home}>
          {t('home')}
        </LinkButton>
      </div>
    </div>
  );
}
