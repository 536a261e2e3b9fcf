import { getTranslations } from 'next-intl/server';
import { RefusalBody } from './refusal-body';

/**
 * The one body for every address that shows nothing: unknown, foreign and forbidden things look the same, so that
 * nobody learns from it what exists.
 */
export async function NotFoundBody() {
  const t = await getTranslations('errors.notFound');
  const words = { title: t('title'), body: t('body'), todo: t('todo'), home: t('home') };
  return <RefusalBody status={404} words={words} />;
}
