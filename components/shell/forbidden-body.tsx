import { getTranslations } from 'next-intl/server';
import { RefusalBody } from './refusal-body';

/** What somebody sees who is signed in, but whose role does not open the page. */
export async function ForbiddenBody() {
  const t = await getTranslations('auth.forbidden');
  const words = { title: t('title'), body: t('body'), todo: t('todo'), home: t('home') };
  return <RefusalBody status={403} words={words} />;
}
