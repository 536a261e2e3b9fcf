import { PUBLISHED_FORM_ID } from '@/lib/demo-accounts';
import { LIBRARY_FORMS, type LibraryForm, libraryForm } from '../library';
import { language } from '../library/common-fields';
import { answered, field, optional, type PagePlan, page, section } from '../library/form-builder';
import {
  ACTIVITIES,
  COMPANYS_FUNDS,
  DIRECTOR_ROLES,
  EXPOSURE,
  OCCUPATIONS,
  OWNER_ROLES,
  PERSONS_FUNDS,
  PURPOSES,
  STRUCTURES,
} from '@/lib/kyc/form-options';

const byValue = new Map([...PERSONS_FUNDS, ...COMPANYS_FUNDS].map((option) => [option[0], option]));
const ANYBODYS_FUNDS = [...byValue.values()];

const KINDS = [
  ['person', 'A person'],
  ['company', 'A company'],
] as const;

/** What the contract's published bodies name for a person and a company alike: the pages between ask the one or the other. */
const EITHER: readonly PagePlan[] = [
  page(
    'Contact',
    section(
      'Kind',
      field('CustomerKind', 'Who becomes our customer?', 'SingleOptionRadio', { options: KINDS }),
    ),
    section('Reach', field('MobileNumber', 'Mobile number', 'Phone'), language),
    section('Address', field('HomeAddress', 'Address', 'UserAddress')),
  ),
  page('About the person', {
    ...section(
      'Person',
      field('DateOfBirth', 'Date of birth', 'DatePicker', { limits: { earliest: '-120y', latest: '-18y' } }),
      field('Nationality', 'Nationality', 'Country'),
      field('ResidenceCountry', 'Country of residence', 'Country'),
      field('Occupation', 'Occupation', 'SingleOptionRadio', { options: OCCUPATIONS }),
      field(
        'PoliticallyExposed',
        'Do you hold, or did you hold in the last year, a prominent public function?',
        'SingleOptionRadio',
        { options: EXPOSURE },
      ),
    ),
    when: answered('CustomerKind', 'person'),
  }),
  page('About the company', {
    ...section(
      'Company',
      field('IncorporationCountry', 'Country of incorporation', 'Country'),
      field('BusinessActivity', 'Main business', 'SingleOptionRadio', { options: ACTIVITIES }),
      field('OwnershipStructure', 'How the shares are held', 'SingleOptionRadio', { options: STRUCTURES }),
      field('BeneficialOwners', 'Owners', 'People', {
        options: OWNER_ROLES,
        limits: { unaccountedBelow: 25 },
      }),
      field('Directors', 'Directors', 'People', { options: DIRECTOR_ROLES }),
    ),
    when: answered('CustomerKind', 'company'),
  }),
  page(
    'Funds and tax',
    section(
      'Funds',
      field('SourceOfFunds', 'Source of funds', 'MultiOptionsCheckBox', { options: ANYBODYS_FUNDS }),
      field('Purpose', 'Purpose of the relationship', 'MultiOptionsCheckBox', { options: PURPOSES }),
    ),
    section(
      'Tax',
      field('TaxResidence', 'Country of tax residence', 'Country'),
      optional(field('TaxNumber', 'Tax identification number', 'Text')),
    ),
  ),
];

/** The demo's forms, by what they serve: the library's, and the one that the contract's published bodies name. */
export const DEMO_FORMS: Record<'individual' | 'company' | 'either', LibraryForm> = {
  ...LIBRARY_FORMS,
  either: libraryForm(PUBLISHED_FORM_ID, 'Client onboarding', 'Any', EITHER),
};
