import { PUBLISHED_FORM_ID } from '@/lib/demo-accounts';
import type { FormPage } from '@/lib/kyc/contract/forms';
import type { FormEntityType } from '@/lib/kyc/contract/lists';
import { field, optional, type PagePlan, page, pagesOf, section } from './form-builder';
import { demoId } from './ids';

export const OCCUPATIONS = [
  ['employee', 'Employee'],
  ['executive', 'Company executive'],
  ['professional', 'Doctor, lawyer, engineer or similar'],
  ['public_servant', 'Public servant'],
  ['self_employed', 'Self-employed'],
  ['student', 'Student'],
  ['retired', 'Retired'],
  ['homemaker', 'Homemaker'],
  ['real_estate', 'Real estate'],
  ['import_export', 'Import and export'],
  ['precious_metals', 'Dealer in precious metals or stones'],
  ['virtual_assets', 'Dealer in virtual assets'],
] as const;
export const ACTIVITIES = [
  ['technology', 'Technology'],
  ['healthcare', 'Healthcare'],
  ['manufacturing', 'Manufacturing'],
  ['consulting', 'Consulting'],
  ['retail', 'Retail'],
  ['logistics', 'Logistics'],
  ['construction', 'Construction'],
  ['real_estate', 'Real estate'],
  ['import_export', 'Import and export'],
  ['investment_holding', 'Investment holding'],
  ['charity', 'Charity'],
  ['money_services', 'Money services'],
  ['precious_metals', 'Precious metals and stones'],
  ['virtual_assets', 'Virtual assets'],
] as const;
export const FUNDS = [
  ['salary', 'Salary'],
  ['pension', 'Pension'],
  ['savings', 'Savings'],
  ['trading_revenue', 'Revenue from trading'],
  ['business_income', 'Income from a business'],
  ['investments', 'Return on investments'],
  ['capital', 'Capital paid in by owners'],
  ['loan', 'Loan'],
  ['property_sale', 'Sale of property'],
  ['inheritance', 'Inheritance'],
  ['gift', 'Gift'],
  ['virtual_assets', 'Virtual assets'],
  ['cash_business', 'Business in cash'],
] as const;
export const PURPOSES = [
  ['investment', 'Investment'],
  ['savings', 'Savings'],
  ['payments', 'Payments'],
  ['trade', 'Trade finance'],
  ['property', 'Buying property'],
] as const;
export const STRUCTURES = [
  ['direct', 'Held directly by people'],
  ['one_layer', 'Through one company'],
  ['several_layers', 'Through several companies'],
  ['listed', 'Listed on a stock exchange'],
  ['trust', 'Through a trust or foundation'],
  ['nominee', 'Through nominees'],
] as const;
const EXPOSURE = [
  ['no', 'No'],
  ['associate', 'Family member or close associate'],
  ['yes', 'Yes'],
] as const;
const LANGUAGES = [
  ['en', 'English'],
  ['ar', 'Arabic'],
  ['fr', 'French'],
  ['ru', 'Russian'],
  ['zh', 'Chinese'],
] as const;
const YES_NO = [
  ['no', 'No'],
  ['yes', 'Yes'],
] as const;
const INCOMES = [
  ['under_100k', 'Under 100,000'],
  ['under_500k', '100,000 to 500,000'],
  ['under_2m', '500,000 to 2 million'],
  ['over_2m', 'Over 2 million'],
] as const;

const language = optional(field('PreferredLanguage', 'Preferred language', 'SingleOptionRadio', LANGUAGES));
const sourceOfFunds = field('SourceOfFunds', 'Source of funds', 'MultiOptionsCheckBox', FUNDS);
const purpose = field('Purpose', 'Purpose of the relationship', 'MultiOptionsCheckBox', PURPOSES);
const taxResidence = field('TaxResidence', 'Country of tax residence', 'Country');
const taxNumber = optional(field('TaxNumber', 'Tax identification number', 'Text'));
const nationality = field('Nationality', 'Nationality', 'Country');
const residence = field('ResidenceCountry', 'Country of residence', 'Country');
const birthDate = field('DateOfBirth', 'Date of birth', 'DatePicker');
const occupation = field('Occupation', 'Occupation', 'SingleOptionRadio', OCCUPATIONS);
const exposed = field(
  'PoliticallyExposed',
  'Do you hold, or did you hold in the last year, a prominent public function?',
  'SingleOptionRadio',
  EXPOSURE,
);
const incorporated = field('IncorporationCountry', 'Country of incorporation', 'Country');
const activity = field('BusinessActivity', 'Main business', 'SingleOptionRadio', ACTIVITIES);
const structure = field('OwnershipStructure', 'How the shares are held', 'SingleOptionRadio', STRUCTURES);
const owners = field('BeneficialOwners', 'Beneficial owners (25 % or more)', 'People');
const directors = field('Directors', 'Directors', 'People');

const INDIVIDUAL: readonly PagePlan[] = [
  page(
    'Personal details',
    section(
      'Identity',
      field('FullLegalName', 'Full name as in the passport', 'Text'),
      birthDate,
      nationality,
      field('IdentityDocument', 'Passport', 'Passport'),
    ),
    section('Contact', field('MobileNumber', 'Mobile number', 'Phone'), language),
  ),
  page(
    'Address and tax',
    section(
      'Home',
      residence,
      field('HomeAddress', 'Home address', 'UserAddress'),
      field('AddressEvidence', 'Proof of address, not older than 3 months', 'Document'),
    ),
    section(
      'Tax',
      taxResidence,
      taxNumber,
      field('UsPerson', 'Are you a US person for tax purposes?', 'SingleOptionRadio', YES_NO),
    ),
  ),
  page(
    'Occupation and funds',
    section(
      'Occupation',
      occupation,
      optional(field('Employer', 'Employer or company', 'Text')),
      field('AnnualIncome', 'Yearly income in AED', 'SingleOptionRadio', INCOMES),
    ),
    section(
      'Funds',
      sourceOfFunds,
      field('SourceOfWealth', 'How your wealth came about', 'TextArea'),
      optional(field('ExpectedDeposits', 'Expected deposits a year in AED', 'Number')),
    ),
  ),
  page(
    'Purpose and declarations',
    section('Relationship', purpose),
    section(
      'Political exposure',
      exposed,
      optional(field('ExposureDetails', 'Function, country and period', 'TextArea')),
    ),
  ),
];

const COMPANY: readonly PagePlan[] = [
  page(
    'Company',
    section(
      'Registration',
      field('LegalName', 'Full legal name', 'Text'),
      field('LicenceNumber', 'Registration or licence number', 'Text'),
      incorporated,
      field('IncorporationDate', 'Date of incorporation', 'DatePicker'),
      field('RegisteredAddress', 'Registered address', 'CompanyAddress'),
    ),
    section(
      'Contact',
      field('ContactName', 'Contact person', 'Text'),
      field('ContactEmail', 'E-mail of the contact person', 'Email'),
      optional(field('ContactPhone', 'Telephone', 'Phone')),
    ),
  ),
  page(
    'Business',
    section(
      'Activity',
      activity,
      field('ActivityDescription', 'What the company does, and for whom', 'TextArea'),
      field('OperatingCountry', 'Country of most business', 'Country'),
      optional(field('Employees', 'Number of employees', 'Number')),
    ),
    section('Funds', sourceOfFunds, purpose),
  ),
  page('Ownership and control', section('Structure', structure, owners, directors)),
  page(
    'Tax and documents',
    section('Tax', taxResidence, taxNumber),
    section(
      'Documents',
      field('LicenceDocument', 'Trade licence or certificate of registration', 'Document'),
      field('ConstitutionalDocument', 'Memorandum and articles of association', 'Document'),
      field('OwnershipEvidence', 'Register of shareholders', 'Document'),
    ),
  ),
];

/** What the contract's published bodies name for a person and a company: what only one of them has is optional. */
const EITHER: readonly PagePlan[] = [
  page(
    'Contact',
    section('Reach', field('MobileNumber', 'Mobile number', 'Phone'), language),
    section('Address', field('HomeAddress', 'Address', 'UserAddress')),
  ),
  page(
    'About the person',
    section(
      'Person',
      optional(birthDate),
      optional(nationality),
      optional(residence),
      optional(occupation),
      optional(exposed),
    ),
  ),
  page(
    'About the company',
    section(
      'Company',
      optional(incorporated),
      optional(activity),
      optional(structure),
      optional(owners),
      optional(directors),
    ),
  ),
  page('Funds and tax', section('Funds', sourceOfFunds, purpose), section('Tax', taxResidence, taxNumber)),
];

export type DemoForm = { id: string; name: string; entityType: FormEntityType; pages: FormPage[] };

function form(id: string, name: string, entityType: FormEntityType, plans: readonly PagePlan[]): DemoForm {
  return { id, name, entityType, pages: pagesOf(id, plans) };
}

/** The demo's forms, by what they serve. */
export const DEMO_FORMS = {
  individual: form(demoId('form', 'individual'), 'Individual onboarding', 'Individual', INDIVIDUAL),
  company: form(demoId('form', 'company'), 'Company onboarding', 'LegalEntity', COMPANY),
  either: form(PUBLISHED_FORM_ID, 'Client onboarding', 'Any', EITHER),
} as const;
