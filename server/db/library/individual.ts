import { declarations, exposure, language, relationship, taxResidence, usTax, yesNo } from './common-fields';
import { answered, field, optional, type PagePlan, page, section, shownWhen } from './form-builder';
import {
  IDENTITY_DOCUMENTS,
  INCOMES,
  NET_WORTHS,
  OCCUPATIONS,
  PERSONS_FUNDS,
  WITHOUT_EMPLOYER,
} from '@/lib/kyc/form-options';

/** What a natural person is asked before a relationship begins (FATF recommendation 10; CRS; FATCA). */
export const INDIVIDUAL: readonly PagePlan[] = [
  page(
    'Personal details',
    section(
      'Identity',
      field('FullLegalName', 'Full name as in the passport', 'Text', {
        limits: { minLength: 2, maxLength: 200 },
      }),
      optional(
        field('FormerNames', 'Former or other names', 'Text', {
          help: 'For example a name before marriage, or a name in another script.',
        }),
      ),
      field('DateOfBirth', 'Date of birth', 'DatePicker', { limits: { earliest: '-120y', latest: '-18y' } }),
      field('PlaceOfBirth', 'Place of birth', 'Text', { help: 'Town and country.' }),
      field('Nationality', 'Nationality', 'Country'),
      yesNo('HasSecondNationality', 'Do you have a second nationality?'),
      ...shownWhen(
        answered('HasSecondNationality', 'yes'),
        field('SecondNationality', 'Second nationality', 'Country'),
      ),
    ),
    section(
      'Identity document',
      field('IdentityKind', 'Which document do you identify yourself with?', 'SingleOptionRadio', {
        options: IDENTITY_DOCUMENTS,
      }),
      ...shownWhen(
        answered('IdentityKind', 'passport'),
        field('IdentityDocument', 'Passport', 'Passport', {
          limits: { documentTypeId: 'Passport', needsExpiryDate: true },
          help: 'The page with your picture: all four corners visible, nothing covered, no glare.',
        }),
      ),
      ...shownWhen(
        answered('IdentityKind', 'id_card'),
        field('IdentityCard', 'National identity card', 'IdCard', {
          limits: { needsExpiryDate: true },
          help: 'The front, and the back if anything is written on it.',
        }),
      ),
    ),
    section(
      'Contact',
      field('EmailAddress', 'E-mail', 'Email'),
      field('MobileNumber', 'Mobile number', 'Phone'),
      language,
    ),
  ),
  page(
    'Address and residence',
    section(
      'Home',
      field('ResidenceCountry', 'Country of residence', 'Country'),
      field('HomeAddress', 'Home address', 'UserAddress', { help: 'Where you live, not a post box.' }),
      field('AddressEvidence', 'Proof of address, not older than 3 months', 'Document', {
        limits: { documentTypeId: 'ProofofAddress' },
        help: 'A utility bill, a bank statement or a tenancy contract that shows your name and this address.',
      }),
      yesNo('HasPostalAddress', 'Should post go to another address?'),
      ...shownWhen(
        answered('HasPostalAddress', 'yes'),
        field('PostalAddress', 'Postal address', 'UserAddress'),
      ),
    ),
  ),
  page(
    'Occupation and funds',
    section(
      'Occupation',
      field('Occupation', 'Occupation', 'SingleOptionRadio', { options: OCCUPATIONS }),
      ...shownWhen(
        answered('Occupation', 'other'),
        field('OccupationDetails', 'What do you do?', 'Text', { limits: { minLength: 3 } }),
      ),
      ...shownWhen(
        { not: answered('Occupation', ...WITHOUT_EMPLOYER) },
        field('Employer', 'Employer or company', 'Text'),
        optional(field('JobTitle', 'Position', 'Text')),
      ),
      field('AnnualIncome', 'Yearly income in AED', 'SingleOptionRadio', { options: INCOMES }),
    ),
    section(
      'Funds',
      field('SourceOfFunds', 'Source of funds', 'MultiOptionsCheckBox', {
        options: PERSONS_FUNDS,
        limits: { least: 1 },
        help: 'Where the money that you will bring in comes from. Choose all that apply.',
      }),
      ...shownWhen(
        answered('SourceOfFunds', 'other'),
        field('SourceOfFundsDetails', 'What other source?', 'Text', { limits: { minLength: 5 } }),
      ),
      field('ExpectedDeposits', 'Expected deposits a year in AED', 'Number', {
        limits: { min: 0, max: 1_000_000_000_000, decimals: 2 },
      }),
      ...shownWhen(
        answered('AnnualIncome', 'over_2m'),
        field('FundsEvidence', 'Evidence of the source of funds', 'Document', {
          limits: { documentTypeId: 'SourceOfFunds' },
          help: 'For example a bank’s confirmation, a salary certificate or a contract of sale.',
        }),
      ),
    ),
    section(
      'Wealth',
      field('NetWorth', 'Total wealth in AED', 'SingleOptionRadio', { options: NET_WORTHS }),
      field('SourceOfWealth', 'How your wealth came about', 'TextArea', {
        limits: { minLength: 10, maxLength: 5_000 },
        help: 'In a few sentences: what you earned, built up, inherited or sold, and when.',
      }),
    ),
  ),
  page('Purpose and exposure', relationship, exposure),
  page(
    'Tax',
    taxResidence,
    usTax(
      'Are you a US person for tax purposes?',
      'You are one if you are a citizen of the United States, hold a green card, or live there.',
    ),
  ),
  page(
    'Declarations',
    declarations([
      ['true', 'what I have stated is true and complete'],
      ['own_account', 'I act on my own account and am the owner of the money'],
      ['changes', 'I will tell you within 30 days when something of it changes'],
      [
        'reporting',
        'I know that tax information may be passed on to tax authorities where the law requires it',
      ],
      ['data', 'I have read how my personal data is used'],
    ]),
  ),
];
