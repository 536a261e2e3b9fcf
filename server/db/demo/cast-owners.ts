import type { Person } from '@/lib/kyc/contract/answers';
import { BENEFICIAL_OWNER_PERCENT } from '@/lib/kyc/ownership';

/** Holds shares in the company itself. */
export const owner = (
  fullName: string,
  ownershipPercent: number,
  nationalityId: string,
  dateOfBirth: string,
  isPep = false,
): Person => ({
  fullName,
  roleIds: ownershipPercent < BENEFICIAL_OWNER_PERCENT ? [] : ['BeneficialOwner'],
  ownershipPercent,
  nationalityId,
  dateOfBirth,
  isPep,
});
/** A company in between, which holds `percent`; who is behind it names it in `holdings`. */
export const between = (id: string, fullName: string, percent: number, nationalityId: string): Person => ({
  id,
  isCompany: true,
  fullName,
  roleIds: [],
  holdings: [{ percent }],
  ownershipPercent: percent,
  nationalityId,
});
/** Owns what the holdings come to, in percent. */
export const through = (holdings: NonNullable<Person['holdings']>, one: Person): Person => ({
  ...one,
  holdings,
});
export const director = (fullName: string, nationalityId: string, isPep = false): Person => ({
  fullName,
  roleIds: ['Director'],
  nationalityId,
  isPep,
});
