import { SearchX, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { CustomerView } from '@/lib/kyc/customer-list';
import { paths } from '@/lib/paths';

interface NothingFoundProps {
  view: CustomerView;
  empty: 'own' | 'ownNobody' | 'all';
  mayCreate: boolean;
}

/** An empty list: there is nothing yet, or nothing that fits the view. */
export function NothingFound({ view, empty, mayCreate }: NothingFoundProps) {
  const t = useTranslations('customers');
  if (isNarrowed(view)) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('noMatch.title')}
        action={<LinkButton href={paths.customers}>{t('clearAll')}</LinkButton>}
      >
        {t('noMatch.body')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<UsersRound />}
      title={t('empty.title')}
      action={
        mayCreate && (
          <LinkButton variant="primary" href={paths.newCustomer}>
            {t('new')}
          </LinkButton>
        )
      }
    >
      {t(`empty.${empty}`)}
    </EmptyState>
  );
}

function isNarrowed({ q, kind, state, risk, employee, form, after }: CustomerView): boolean {
  return (
    q !== '' || after !== undefined || [kind, state, risk, employee, form].some((facet) => facet.length > 0)
  );
}
