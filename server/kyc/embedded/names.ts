import type { customers } from '../../db/schema';

type NameColumns = Pick<
  typeof customers.$inferSelect,
  'userType' | 'firstName' | 'lastName' | 'fullName' | 'registrationNumber' | 'tradingName'
>;

/** A stored customer as the contract nests it: the object of its own kind, null for the other. */
export function nestedNames(row: NameColumns) {
  const isPerson = row.userType === 'IndividualCustomer';
  return {
    individualCustomer: isPerson ? { firstName: row.firstName ?? '', lastName: row.lastName ?? '' } : null,
    legalEntityCustomer: isPerson
      ? null
      : {
          fullName: row.fullName ?? '',
          registrationNumber: row.registrationNumber ?? '',
          tradingName: row.tradingName ?? '',
        },
  };
}
