'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { StateBadge } from '@/components/kyc/state-badge';
import { Bidi } from '@/components/ui/bidi';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { UserType } from '@/lib/kyc/contract/lists';
import type { DuplicateQuery } from '@/lib/kyc/customer-list';
import { paths } from '@/lib/paths';
import { duplicatesQuery } from '@/lib/query/customers';

const PAUSE_MS = 400;
/** Names shorter than this are still being typed. */
const ENOUGH = 3;

/** Customers who may be the one being typed, found while typing. */
export function DuplicateNotice({ userType }: { userType: UserType }) {
  const t = useTranslations('newCustomer.duplicates');
  const question = usePaused(useTyped(userType));
  const asked = question.email !== '' || question.registrationNumber !== '' || question.name !== '';
  const { data } = useQuery({
    ...duplicatesQuery(question),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  const found = asked ? (data ?? []) : [];
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <Notice tone="caution" title={t('title', { count: found.length })}>
          <ul className="mt-1 space-y-1.5">
            {found.map(({ match, customer }, at) => (
              <li key={customer?.submissionId ?? at} className="flex flex-wrap items-baseline gap-x-3">
                <span className="text-ink-soft">{t(match)}</span>
                {customer ? (
                  <>
                    <TextLink href={paths.customer(customer.submissionId)} target="_blank">
                      <Bidi>{customer.displayName}</Bidi>
                    </TextLink>
                    <StateBadge state={customer.kycState} look="plain" />
                  </>
                ) : (
                  <span>{t('colleague')}</span>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

/** What identifies the customer being typed, as far as it is typed. */
function useTyped(userType: UserType): DuplicateQuery {
  const [email, person, company] = useWatch({
    name: ['customerEmail', 'individualCustomer', 'legalEntityCustomer'],
  }) as [
    string | undefined,
    Record<string, string> | null | undefined,
    Record<string, string> | null | undefined,
  ];
  const name =
    userType === 'IndividualCustomer'
      ? person?.firstName && person.lastName
        ? `${person.firstName} ${person.lastName}`
        : ''
      : (company?.fullName ?? '');
  return {
    email: email?.includes('@') ? email.trim() : '',
    registrationNumber: userType === 'LegalCustomer' ? (company?.registrationNumber ?? '').trim() : '',
    name: name.trim().length >= ENOUGH ? name.trim() : '',
  };
}

/** The value once it has stood still for a moment. */
function usePaused(value: DuplicateQuery): DuplicateQuery {
  const [paused, setPaused] = useState(value);
  const { email, registrationNumber, name } = value;
  useEffect(() => {
    const timer = setTimeout(() => setPaused({ email, registrationNumber, name }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [email, registrationNumber, name]);
  return paused;
}
