import type { AnswerValue, Person } from '@/lib/kyc/contract/answers';

/** The countries in an answer: its own, an address's, and the nationalities of people and companies in between. */
export function countriesIn(value: AnswerValue): string[] {
  if ('countryId' in value) return [value.countryId];
  return membersIn(value).flatMap(({ nationalityId }) => nationalityId ?? []);
}

/** Everybody and every company in between that an answer names. */
export function membersIn(value: AnswerValue): readonly Person[] {
  return 'people' in value ? value.people : [];
}

/** The natural persons that an answer names. */
export function peopleIn(value: AnswerValue): readonly Person[] {
  return membersIn(value).filter(({ isCompany }) => !isCompany);
}
