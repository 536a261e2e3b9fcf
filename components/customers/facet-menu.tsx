'use client';

import { Check, ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { CustomerView } from '@/lib/kyc/customer-list';
import { viewQuery } from '@/lib/kyc/customer-view';
import { paths, withQuery } from '@/lib/paths';

/** A property that the list can be narrowed by, and its values. */
export type Facet = {
  name: 'kind' | 'state' | 'risk' | 'employee' | 'form' | 'expiring';
  choices: readonly { value: string; label: string }[];
};

/** A facet's values; each is a link to the same list with that value taken in or out. */
export function FacetMenu({ facet, view, label }: { facet: Facet; view: CustomerView; label: string }) {
  const chosen: readonly string[] = view[facet.name];
  return (
    <Popover
      trigger={(props) => (
        <Button {...props} size="sm">
          {label}
          {chosen.length > 0 && <span className="font-semibold text-accent">{chosen.length}</span>}
          <ChevronDown aria-hidden="true" />
        </Button>
      )}
      panel={{ role: 'group', 'aria-label': label, className: 'max-h-80 overflow-y-auto' }}
    >
      {facet.choices.map(({ value, label: choice }) => {
        const on = chosen.includes(value);
        const next = on ? chosen.filter((one) => one !== value) : [...chosen, value];
        return (
          <Link
            key={value}
            href={withQuery(paths.customers, viewQuery({ ...view, [facet.name]: next, after: undefined }))}
            scroll={false}
            aria-current={on ? 'true' : undefined}
            className="flex items-center gap-2 rounded-sm px-2 py-1.5 hover:bg-hover focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11"
          >
            <span className="inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-raised">
              {on && <Check className="size-3 text-accent" strokeWidth={3} aria-hidden="true" />}
            </span>
            <bdi>{choice}</bdi>
          </Link>
        );
      })}
    </Popover>
  );
}
