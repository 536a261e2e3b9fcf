import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';
import type { KycApi } from '@/lib/kyc/api';
import type { LookupType } from '@/lib/kyc/contract/lists';
import { activeEmployees } from '../../db/queries/employees';
import type { EngineParts } from './parts';

/** `GetEmployees`. Contract section 3. */
export function getEmployees({ db }: EngineParts): KycApi['getEmployees'] {
  return (call) => activeEmployees(db, call.tenantId);
}

/** `GET lookups`: names in English, in their alphabetical order. Contract section 5. */
export function getLookups(): KycApi['getLookups'] {
  return async (_call, { type }) => LOOKUPS[type]();
}

type Choice = { id: string; name: string };

const LOOKUPS: Record<LookupType, () => Choice[]> = { Country: countryChoices };

let held: Choice[] | undefined;

function countryChoices(): Choice[] {
  held ??= readCountries();
  return held;
}

function readCountries(): Choice[] {
  countries.registerLocale(english);
  const { compare } = new Intl.Collator('en');
  return Object.entries(countries.getNames('en', { select: 'official' }))
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => compare(a.name, b.name));
}
