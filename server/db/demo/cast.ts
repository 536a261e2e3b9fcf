import type { Person } from '@/lib/kyc/contract/answers';
import type { KycState } from '@/lib/kyc/contract/lists';
import type { DEMO_FORMS } from './forms';

/** Where a demo customer stands. */
export type Standing = {
  state: KycState;
  /** Days between the creation and the seeding. */
  daysAgo: number;
  /** How many of the form's pages are filled in. */
  pages: number;
  /** Counts into the demo's employees. */
  employee: number;
  form: keyof typeof DEMO_FORMS;
  email: string;
  /** E.164, or empty. */
  mobile: string;
  /** The name in Latin letters, as a passport or a register spells it. */
  latin: string;
};

type Address = { countryId: string; city: string; state: string; zipcode: string; address: string };

export type DemoPerson = Standing & {
  userType: 'IndividualCustomer';
  firstName: string;
  lastName: string;
  born: string;
  birthplace: string;
  nationality: string;
  secondNationality?: string;
  /** Identified by a national identity card, not by a passport. */
  hasIdCard?: boolean;
  home: Address;
  /** Where tax is paid, if not at home. */
  taxResidence?: string;
  /** Missing where the country gives none. */
  taxNumber?: string;
  /** Of a US person. */
  usTaxNumber?: string;
  occupation: string;
  employer?: string;
  income: string;
  funds: readonly string[];
  wealth: string;
  purposes: readonly string[];
  exposed?: 'associate' | 'yes';
  exposure?: string;
  exposureCountry?: string;
};

export type DemoCompany = Standing & {
  userType: 'LegalCustomer';
  fullName: string;
  registrationNumber: string;
  tradingName: string;
  incorporated: string;
  legalForm: string;
  registrar: string;
  seat: Address;
  /** Where the business is run, if not at the seat. */
  place?: Address;
  /** Where post goes, if not to the seat. */
  post?: Omit<Address, 'state'>;
  /** Of a business that needs a permission of its own. */
  supervision?: { by: string; number: string };
  /** In AED, a year. */
  turnover: number;
  /** Missing where the country gives none. */
  taxNumber?: string;
  contact: string;
  activity: string;
  description: string;
  operatingCountry?: string;
  employees: number;
  funds: readonly string[];
  purposes: readonly string[];
  structure: string;
  owners: readonly Person[];
  directors: readonly Person[];
};

export type DemoCustomer = DemoPerson | DemoCompany;
