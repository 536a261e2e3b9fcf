import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { Bidi } from '@/components/ui/bidi';
import type { EmployeeUser } from '@/lib/kyc/employee-list';

/** Who signs in with an employee's customers as their own; what keeps them from it is said beside. */
export function TiedUsers({ users }: { users: readonly EmployeeUser[] }) {
  const t = useTranslations('employees');
  if (users.length === 0) return <span className="text-ink-soft">{t('noUser')}</span>;
  return (
    <ul className="space-y-1">
      {users.map(({ id, name, email, state }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-2">
          <Bidi>{name}</Bidi>
          <span className="text-sm break-all text-ink-soft">{email}</span>
          {state !== 'active' && (
            <ToneBadge tone={state === 'invited' ? 'pending' : 'neutral'} look="plain">
              <span className="text-sm">{t(`states.${state}`)}</span>
            </ToneBadge>
          )}
        </li>
      ))}
    </ul>
  );
}
