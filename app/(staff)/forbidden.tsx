import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForbiddenBody } from '@/components/shell/forbidden-body';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.forbidden'))('title') };
}

export default function StaffForbidden() {
  return <ForbiddenBody />;
}
