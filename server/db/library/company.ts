import { declarations, language, relationship, taxResidence, usTax, yesNo } from './common-fields';
import { answered, field, optional, type PagePlan, page, section, shownWhen } from './form-builder';
import {
  ACTIVITIES,
  COMPANYS_FUNDS,
  CRS_ENTITY_TYPES,
  DIRECTOR_ROLES,
  LEGAL_FORMS,
  OWNER_ROLES,
  SIGNATORY_ROLES,
  STRUCTURES,
  SUPERVISED_ACTIVITIES,
} from '@/lib/kyc/form-options';

const isSupervised = answered('BusinessActivity', ...SUPERVISED_ACTIVITIES);

/** What a legal entity is asked before a relationship begins (FATF recommendations 10 and 24; CRS; FATCA). */
export const COMPANY: readonly PagePlan[] = [
  page(
    'Company',
    section(
      'Registration',
      field('LegalName', 'Full legal name', 'Text', { limits: { maxLength: 200 } }),
      optional(field('TradingName', 'Trading name', 'Text', { limits: { maxLength: 200 } })),
      field('LegalForm', 'Legal form', 'SingleOptionRadio', { options: LEGAL_FORMS }),
      field('LicenceNumber', 'Registration or licence number', 'Text', { limits: { maxLength: 100 } }),
      field('LicenceAuthority', 'Registrar or licensing authority', 'Text'),
      field('IncorporationCountry', 'Country of incorporation', 'Country'),
      field('IncorporationDate', 'Date of incorporation', 'DatePicker', { limits: { latest: 'today' } }),
    ),
    section(
      'Address',
      field('RegisteredAddress', 'Registered address', 'CompanyAddress'),
      yesNo('HasBusinessAddress', 'Is the business run from another address?'),
      ...shownWhen(
        answered('HasBusinessAddress', 'yes'),
        field('BusinessAddress', 'Business address', 'UserAddress'),
      ),
    ),
    section(
      'Contact',
      field('ContactName', 'Contact person', 'Text'),
      field('ContactEmail', 'E-mail of the contact person', 'Email'),
      optional(field('ContactPhone', 'Telephone', 'Phone')),
      language,
    ),
  ),
  page(
    'Business',
    section(
      'Activity',
      field('BusinessActivity', 'Main business', 'SingleOptionRadio', { options: ACTIVITIES }),
      field('ActivityDescription', 'What the company does, and for whom', 'TextArea', {
        limits: { minLength: 10, maxLength: 5_000 },
      }),
      field('OperatingCountry', 'Country of most business', 'Country'),
      field('Employees', 'Number of employees', 'Number', {
        limits: { min: 0, max: 10_000_000, decimals: 0 },
      }),
    ),
    {
      ...section(
        'Supervision',
        field('Supervisor', 'Supervisory authority', 'Text'),
        field('SupervisionNumber', 'Number of the permission', 'Text'),
        yesNo('HasMoneyLaunderingOfficer', 'Is there a money-laundering reporting officer?'),
      ),
      when: isSupervised,
    },
    section(
      'Funds',
      field('SourceOfFunds', 'Source of funds', 'MultiOptionsCheckBox', {
        options: COMPANYS_FUNDS,
        limits: { least: 1 },
        help: 'Where the money that the company will bring in comes from. Choose all that apply.',
      }),
      ...shownWhen(
        answered('SourceOfFunds', 'other'),
        field('SourceOfFundsDetails', 'What other source?', 'Text', { limits: { minLength: 5 } }),
      ),
      field('ExpectedTurnover', 'Expected turnover a year in AED', 'Number', {
        limits: { min: 0, max: 1_000_000_000_000, decimals: 2 },
      }),
    ),
    relationship,
  ),
  page(
    'Ownership and control',
    section(
      'Ownership',
      field('OwnershipStructure', 'How the shares are held', 'SingleOptionRadio', { options: STRUCTURES }),
      ...shownWhen(
        answered('OwnershipStructure', 'listed'),
        field('StockExchange', 'Stock exchange and ticker symbol', 'Text'),
      ),
      ...shownWhen(
        { not: answered('OwnershipStructure', 'listed') },
        field('BeneficialOwners', 'Owners', 'People', {
          options: OWNER_ROLES,
          limits: { least: 1, unaccountedBelow: 25 },
          help: 'Name everybody who holds 25 % or more, directly or through other companies, and each company in between with what it holds. Less than 25 % may stay without a name.',
        }),
      ),
    ),
    section(
      'Control',
      field('Directors', 'Directors', 'People', {
        options: DIRECTOR_ROLES,
        limits: { least: 1 },
        help: 'All directors, and senior managers who direct the company day by day.',
      }),
      field('Signatories', 'Signatories', 'People', {
        options: SIGNATORY_ROLES,
        limits: { least: 1 },
        help: 'Whoever may sign for the company towards us.',
      }),
    ),
  ),
  page(
    'Tax',
    taxResidence,
    section(
      'Classification',
      field('CrsEntityType', 'What is the company for tax reporting?', 'SingleOptionRadio', {
        options: CRS_ENTITY_TYPES,
        help: 'As in the self-certification of the OECD’s Common Reporting Standard.',
      }),
      ...shownWhen(
        answered('CrsEntityType', 'financial'),
        field('Giin', 'Global Intermediary Identification Number (GIIN)', 'Text', {
          limits: { minLength: 19, maxLength: 19 },
          help: 'In the form 98Q96B.00000.LE.250.',
        }),
      ),
    ),
    usTax(
      'Is the company a US person for tax purposes?',
      'It is one if it is incorporated in the United States or under the law of one of its states.',
    ),
  ),
  page(
    'Documents and declarations',
    section(
      'Documents',
      field('LicenceDocument', 'Trade licence or certificate of registration', 'Document', {
        limits: { documentTypeId: 'CompanyLicense', needsExpiryDate: true },
      }),
      field('ConstitutionalDocument', 'Memorandum and articles of association', 'Document', {
        limits: { documentTypeId: 'ConstitutionalDocument' },
      }),
      field('OwnershipEvidence', 'Register of shareholders', 'Document', {
        limits: { documentTypeId: 'EvidenceOfOwnerShip' },
        help: 'Not older than 12 months, and one that shows every company in between as well.',
      }),
      optional(
        field('FinancialStatements', 'Latest financial statements', 'Document', {
          limits: { documentTypeId: 'FinancialStatements' },
        }),
      ),
    ),
    declarations([
      ['true', 'what I have stated for the company is true and complete'],
      ['authority', 'I may sign for the company'],
      ['owners', 'everybody who holds or controls 25 % or more is named'],
      ['changes', 'the company will tell you within 30 days when something of it changes'],
      [
        'reporting',
        'I know that tax information may be passed on to tax authorities where the law requires it',
      ],
      ['data', 'the people named have been told how their personal data is used'],
    ]),
  ),
];
