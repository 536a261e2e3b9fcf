'use client';

import { usePhonePlans } from './use-phone-plans';

/** A phone number in the international way of writing; before the numbering plans are there as it is stored. */
export function PhoneValue({ number }: { number: string }) {
  const parsed = usePhonePlans()?.parsePhoneNumberFromString(number);
  return (
    <p>
      <bdi dir="ltr">{parsed?.formatInternational() ?? number}</bdi>
    </p>
  );
}
