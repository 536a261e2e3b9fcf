'use client';

import { OwnershipGraph } from '@/components/kyc/ownership-graph';
import type { Person } from '@/lib/kyc/contract/answers';
import { memberId, ownership } from '@/lib/kyc/ownership';

interface PeopleGraphProps {
  people: readonly Person[];
  customerName: string;
}

/** Who owns the customer, as the answer says it. */
export function PeopleGraph({ people, customerName }: PeopleGraphProps) {
  const names = new Map(people.map((person, at) => [memberId(person, at), person.fullName]));
  return (
    <div className="mt-3">
      <OwnershipGraph
        sums={ownership(people)}
        nameOf={(id) => names.get(id) ?? id}
        customerName={customerName}
      />
    </div>
  );
}
