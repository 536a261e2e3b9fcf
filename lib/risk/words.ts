import { countryName } from '../format/countries';
import type { CountryList } from './model';
import { type FactId, factOf } from './facts';

/** One value of a fact, as a table looks at it. */
export type OneValue = string | number | boolean;

const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** One value of a fact in words. */
export function valueText(id: FactId, value: OneValue): string {
  const fact = factOf(id);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    if (!('unit' in fact)) return number.format(value);
    const unit = value === 1 && 'unitOfOne' in fact ? fact.unitOfOne : fact.unit;
    return `${number.format(value)} ${unit}`;
  }
  if (fact.kind === 'countries') return countryName(value);
  return 'options' in fact ? (fact.options.find((option) => option.value === value)?.label ?? value) : value;
}

/** "A, B and C" */
export function listed(words: readonly string[]): string {
  return conjunction.format(words);
}

/** "Lebanon is under increased monitoring by the FATF (list of 2026-06-19)." */
export function onListText(code: string, { says, publishedOn }: CountryList): string {
  return `${countryName(code)} is ${says} (list of ${publishedOn}).`;
}
