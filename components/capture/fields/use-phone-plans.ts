'use client';

import { useEffect, useState } from 'react';
import type { PhonePlans } from './phone-text';

/** The library of numbering plans, once it is there. */
export function usePhonePlans(): PhonePlans | undefined {
  const [plans, setPlans] = useState<PhonePlans>();
  useEffect(() => {
    let here = true;
    import('libphonenumber-js').then(
      (module) => here && setPlans(() => module),
      // Without the plans (the line broke) the number is taken as typed, with its calling code.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  return plans;
}
