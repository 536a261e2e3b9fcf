'use client';

import { useTranslations } from 'next-intl';
import type { Source } from '@/lib/kyc/profile-page';

/** Who gave an answer or a document: `by the customer`, `by Sara Haddad`. Needs the messages `kyc`. */
export function SourceName({ source }: { source: Source }) {
  const t = useTranslations('kyc.source');
  const { kind, name } = source;
  if (kind === 'customer') return t('customer');
  if (name === null) return t(kind);
  return t.rich(kind === 'system' ? 'systemNamed' : 'employeeNamed', { name: () => <bdi>{name}</bdi> });
}
