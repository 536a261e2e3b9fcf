import { Building2, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { known, USER_TYPES } from '@/lib/kyc/contract/lists';

/** Individual or legal entity, with its picture. */
export function KindLabel({ userType }: { userType: string }) {
  const t = useTranslations('kyc');
  const kind = known(USER_TYPES, userType);
  const Icon = kind === 'LegalCustomer' ? Building2 : UserRound;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle whitespace-nowrap text-ink-soft">
      <Icon className="size-4 shrink-0 stroke-[1.5]" aria-hidden="true" />
      {kind ? t(`kind.${kind}`) : userType}
    </span>
  );
}
