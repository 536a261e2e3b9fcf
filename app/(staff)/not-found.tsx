import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFoundBody } from '@/components/shell/not-found-body';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errors.notFound'))('title') };
}

export default function NotFound() {
  return <NotFoundBody />;
}
