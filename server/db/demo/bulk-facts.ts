import type { UserType } from '@/lib/kyc/contract/lists';
import { type FactId, type Facts, factOf, type KnownFact } from '@/lib/risk/facts';

const COUNTRIES = ['AE', 'LB', 'IR', 'DE', 'FR', 'GB', 'IN', 'VN', 'KE', 'US'];

/** What is known of one of a crowd, spread by its number: the same number tells the same. */
export function crowdFacts(userType: UserType, number: number): Facts {
  const spread = (salt: number, length: number) => (Math.imul(number + 1, salt) >>> 8) % length;
  const one = (id: FactId, salt: number): KnownFact => {
    const fact = factOf(id);
    const options = 'options' in fact ? fact.options : [];
    return told(options[spread(salt, options.length)]?.value ?? null);
  };
  const many = (id: FactId, salt: number): KnownFact => {
    const { value } = one(id, salt);
    return told(typeof value === 'string' ? [value] : null);
  };
  const country = COUNTRIES[spread(2_654_435_761, COUNTRIES.length)] ?? 'AE';
  const known = {
    customerKind: told(userType),
    channel: told('remote'),
    countries: told([country]),
    product: many('product', 2_246_822_519),
    sourceOfFunds: many('sourceOfFunds', 3_266_489_917),
    adverse: told(['none']),
    pep: number % 16 === 0 ? one('pep', 668_265_263) : told('none'),
    documentsMissing: told(number % 3),
    documentsExpired: told(number % 7 === 0 ? 1 : 0),
    expectedVolume: told(spread(374_761_393, 5_000) * 1_000),
    ...(userType === 'IndividualCustomer'
      ? { occupation: one('occupation', 2_147_483_647), netWorth: one('netWorth', 1_610_612_741) }
      : {
          activity: one('activity', 805_306_457),
          ownershipStructure: one('ownershipStructure', 402_653_189),
          namedShare: told(50 + spread(201_326_611, 51)),
          ownershipLayers: told(spread(100_663_319, 4)),
        }),
  };
  return { userType, known };
}

function told(value: KnownFact['value']): KnownFact {
  return { value, missing: [], sources: [] };
}
