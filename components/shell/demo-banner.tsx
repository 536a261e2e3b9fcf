import { getTranslations } from 'next-intl/server';
import { ToneMark } from '@/components/ui/tone-mark';

/** Says on every page that this is a demonstration. */
export async function DemoBanner() {
  const t = await getTranslations('shell.demo');
  return (
    <section
      aria-label={t('label')}
      className="sticky top-0 z-40 flex h-(--banner) items-center gap-2 overflow-hidden bg-caution-soft px-5 text-sm whitespace-nowrap text-ink max-md:px-4"
    >
      <ToneMark tone="caution" />
      <strong className="font-semibold">{t('label')}</strong>
      <span className="truncate max-md:hidden">{t('text')}</span>
      <span className="truncate md:hidden">{t('short')}</span>
    </section>
  );
}
