'use client';

import { useEffect, useRef } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { type addCustomerInput, NESTED_OF } from '@/lib/kyc/contract/customers';
import { USER_TYPES, type UserType } from '@/lib/kyc/contract/lists';

type Values = z.input<typeof addCustomerInput>;

const BLANK = {
  individualCustomer: { firstName: '', lastName: '' },
  legalEntityCustomer: { fullName: '', registrationNumber: '', tradingName: '' },
};

/**
 * The chosen kind. The contract wants the other kind's object absent, so switching puts it aside and brings it back when one
 * switches again: nothing typed is lost. A form of the other kind's list is let go.
 */
export function useKindSwitch<T>(form: UseFormReturn<Values, unknown, T>): UserType {
  const { control, getValues, setValue } = form;
  const userType = useWatch({ control, name: 'userType' });
  const aside = useRef<Partial<typeof BLANK>>({});
  const before = useRef<UserType>(userType);

  useEffect(() => {
    for (const kind of USER_TYPES) {
      const nested = NESTED_OF[kind];
      const typed = getValues(nested);
      if (kind !== userType && typed) {
        aside.current = { ...aside.current, [nested]: typed };
        setValue(nested, null);
      } else if (kind === userType && !typed) {
        setValue(nested, aside.current[nested] ?? BLANK[nested]);
      }
    }
    if (before.current !== userType) setValue('formId', '');
    before.current = userType;
  }, [userType, getValues, setValue]);

  return userType;
}
