import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFoundBody } from '@/components/shell/not-found-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors.notFound');
  return { title: t('title') };
}

export default function NotFound() {
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-12">
      <NotFoundBody />
    </main>
  );
}
