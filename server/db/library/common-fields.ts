import {
  answered,
  type FieldPlan,
  field,
  optional,
  type SectionPlan,
  section,
  shownWhen,
} from './form-builder';
import {
  EXPOSURE,
  LANGUAGES,
  NO_TAX_NUMBER_REASONS,
  PURPOSES,
  TRANSACTIONS,
  YES_NO,
} from '@/lib/kyc/form-options';

/** A question that is answered with yes or no. */
export function yesNo(name: string, label: string, help?: string): FieldPlan {
  return field(name, label, 'SingleOptionRadio', { options: YES_NO, ...(help ? { help } : {}) });
}

export const language = optional(
  field('PreferredLanguage', 'Preferred language', 'SingleOptionRadio', { options: LANGUAGES }),
);

/** Why the customer comes, and how much is to be expected: what later transactions are compared with (FATF recommendation 10). */
export const relationship: SectionPlan = section(
  'Relationship',
  field('Purpose', 'Purpose of the relationship', 'MultiOptionsCheckBox', {
    options: PURPOSES,
    limits: { least: 1 },
    help: 'Choose all that apply.',
  }),
  ...shownWhen(
    answered('Purpose', 'other'),
    field('PurposeDetails', 'What else do you need us for?', 'Text', { limits: { minLength: 5 } }),
  ),
  optional(
    field('ExpectedTransactions', 'Transactions that you expect in a month', 'SingleOptionRadio', {
      options: TRANSACTIONS,
    }),
  ),
);

/** FATF recommendation 12: the customer's own exposure, a family member's or a close associate's. */
export const exposure: SectionPlan = section(
  'Political exposure',
  field(
    'PoliticallyExposed',
    'Do you hold, or did you hold in the last year, a prominent public function?',
    'SingleOptionRadio',
    {
      options: EXPOSURE,
      help: 'For example: head of state, minister, member of parliament, senior judge, general, ambassador, senior manager of a state-owned company, or leader of a political party.',
    },
  ),
  ...shownWhen(
    answered('PoliticallyExposed', 'yes', 'associate'),
    field('ExposureCountry', 'Country of the function', 'Country'),
    field('ExposureDetails', 'Function, period, and how you are connected', 'TextArea', {
      limits: { minLength: 10, maxLength: 2_000 },
    }),
  ),
);

/** Tax residence under the OECD's Common Reporting Standard: each residence with its number, or the reason for none. */
export const taxResidence: SectionPlan = section(
  'Tax residence',
  field('TaxResidence', 'Country of tax residence', 'Country', {
    help: 'Where you pay tax on your worldwide income. It is often, but not always, the country that you live in.',
  }),
  yesNo('HasTaxNumber', 'Do you have a tax identification number there?'),
  ...shownWhen(
    answered('HasTaxNumber', 'yes'),
    field('TaxNumber', 'Tax identification number', 'Text', { limits: { minLength: 4, maxLength: 50 } }),
  ),
  ...shownWhen(
    answered('HasTaxNumber', 'no'),
    field('NoTaxNumberReason', 'Why not?', 'SingleOptionRadio', { options: NO_TAX_NUMBER_REASONS }),
  ),
  ...shownWhen(
    { all: [answered('HasTaxNumber', 'no'), answered('NoTaxNumberReason', 'unable')] },
    field('NoTaxNumberDetails', 'What kept you from getting one?', 'TextArea', {
      limits: { minLength: 10, maxLength: 1_000 },
    }),
  ),
  yesNo('HasSecondTaxResidence', 'Are you tax resident in a second country?'),
  ...shownWhen(
    answered('HasSecondTaxResidence', 'yes'),
    field('SecondTaxResidence', 'Second country of tax residence', 'Country'),
    field('SecondTaxNumber', 'Tax identification number there', 'Text', {
      limits: { minLength: 4, maxLength: 50 },
      help: 'If you have none, write why.',
    }),
  ),
);

/** The United States' FATCA: a US person gives a US taxpayer number and a signed form W-9. */
export function usTax(question: string, help: string): SectionPlan {
  return section(
    'United States',
    yesNo('UsPerson', question, help),
    ...shownWhen(
      answered('UsPerson', 'yes'),
      field('UsTaxNumber', 'US taxpayer identification number', 'Text', {
        limits: { minLength: 9, maxLength: 11 },
        help: 'Nine digits, with or without hyphens.',
      }),
      field('UsTaxForm', 'Signed form W-9', 'Document', { limits: { documentTypeId: 'W9' } }),
    ),
  );
}

/** What is declared, all of it, and signed. The signature is kept as the customer's agreement. */
export function declarations(declared: readonly (readonly [value: string, text: string])[]): SectionPlan {
  return section(
    'Declarations',
    field('Declarations', 'I declare that', 'MultiOptionsCheckBox', {
      options: declared,
      limits: { least: declared.length },
      help: 'Read each statement, and confirm all of them.',
    }),
    field('Signature', 'Signature', 'Signature', {
      limits: { documentTypeId: 'ClientAgreement' },
      help: 'Draw your signature, or type your name.',
    }),
  );
}
