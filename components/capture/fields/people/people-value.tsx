'use client';

import { useLocale, useTranslations } from 'next-intl';
import { OwnershipGraph } from '@/components/kyc/ownership-graph';
import { countryName } from '@/lib/format/countries';
import { formatCalendarDay } from '@/lib/format/dates';
import type { PersonDraft } from '@/lib/kyc/capture-draft';
import type { FormField } from '@/lib/kyc/contract/forms';
import { OwnershipFacts } from './ownership-facts';
import { PeopleTable } from './people-table';
import { membersOf, sumsOf } from './people-draft';

interface PeopleValueProps {
  field: FormField;
  people: readonly PersonDraft[];
  customerName: string;
}

/** The people of a company, to be read. */
export function PeopleValue({ field, people, customerName }: PeopleValueProps) {
  const t = useTranslations('captureFields.people');
  const locale = useLocale();
  const members = membersOf(people);
  const sums = sumsOf(members);
  return (
    <div className="@container">
      <div className="grid gap-6 @5xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0 space-y-3">
          <PeopleTable
            label={field.label}
            members={members}
            roles={field.options ?? []}
            sums={sums}
            facts={({ nationalityId, dateOfBirth, isPep }) =>
              [
                nationalityId && countryName(nationalityId),
                dateOfBirth && t('born', { date: formatCalendarDay(dateOfBirth, locale) }),
                isPep && t('isPep'),
              ]
                .filter(Boolean)
                .join(' · ')
            }
          />
          <OwnershipFacts members={members} sums={sums} />
        </div>
        {sums.edges.length > 0 && (
          <OwnershipGraph
            sums={sums}
            nameOf={(id) => members.find((member) => member.id === id)?.fullName?.trim() || t('unnamed')}
            customerName={customerName}
          />
        )}
      </div>
    </div>
  );
}
