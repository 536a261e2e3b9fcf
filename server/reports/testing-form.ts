import type { Profile } from '@/lib/kyc/contract/profiles';

type Field = NonNullable<Profile['form']['pages']>[number]['sections'][number]['fields'][number];

/** A field of a form, with what does not matter to a report filled in. */
export function field(
  id: string,
  label: string,
  fieldTypeId: Field['fieldTypeId'],
  more: Partial<Field> = {},
): Field {
  return {
    id,
    name: id,
    label,
    fqName: id,
    fieldTypeId,
    isRequired: true,
    isLocked: false,
    order: 0,
    ...more,
  };
}

/** A section whose fields stand in the order given. */
function section(id: string, name: string, order: number, fields: Field[]) {
  return { id, name, order, fields: fields.map((one, at) => ({ ...one, order: at })) };
}

const options = (...texts: string[]) =>
  texts.map((text) => ({ id: text.toLowerCase().replaceAll(' ', '-'), optionText: text, optionValue: text }));

/** A company's form, with every type of field. */
export const pages: NonNullable<Profile['form']['pages']> = [
  {
    id: 'company',
    name: 'Company',
    order: 1,
    sections: [
      section('identity', 'Identity', 1, [
        field('legal-name', 'Legal name, as registered', 'Text'),
        field('arabic-name', 'Legal name in Arabic', 'Text'),
        field('founded', 'Date of incorporation', 'DatePicker'),
        field('country', 'Country of incorporation', 'Country'),
        field('employees', 'Number of employees', 'Number', { isRequired: false }),
        field('website', 'Website', 'Text', { isRequired: false }),
        field('form', 'Legal form', 'SingleOptionRadio', {
          options: options('Limited liability company', 'Branch'),
        }),
        field('lei', 'Legal Entity Identifier', 'Text', { isRequired: false }),
      ]),
      section('addresses', 'Addresses', 2, [
        field('seat', 'Registered office', 'CompanyAddress'),
        field('home', 'Address of the general manager', 'UserAddress'),
        field('mail', 'E-mail for notices', 'Email'),
        field('phone', 'Telephone', 'Phone'),
      ]),
    ],
  },
  {
    id: 'ownership',
    name: 'Ownership and control',
    order: 2,
    sections: [
      section('people', 'People', 1, [
        field('owners', 'Directors, beneficial owners and signatories', 'People', {
          options: options('Director', 'Beneficial owner', 'Signatory'),
        }),
        field('control', 'Is control held by other means than shares?', 'TextArea'),
      ]),
    ],
  },
  {
    id: 'business',
    name: 'Business and funds',
    order: 3,
    sections: [
      section('activity', 'Activity', 1, [
        field('purpose', 'Purpose and intended nature of the relationship', 'TextArea'),
        field('sectors', 'Sectors', 'MultiOptionsCheckBox', {
          options: options('Wholesale of grain', 'Shipping', 'Precious metals'),
        }),
        field('turnover', 'Expected yearly turnover (USD)', 'Number'),
        field('cash', 'Share of the turnover in cash', 'SingleOptionRadio', {
          options: options('Below 5 %', 'Above 5 %'),
        }),
        field('cash-source', 'Where the cash comes from', 'TextArea', {
          showWhen: { fieldId: 'cash', oneOf: ['above-5-%'] },
        }),
        field('tax', 'Tax residence outside the country of incorporation', 'Country', { isRequired: false }),
      ]),
      section('evidence', 'Evidence', 2, [
        field('licence', 'Trade licence', 'Document'),
        field('passport', 'Passport of the general manager', 'Passport'),
        field('id-card', 'Identity card of the general manager', 'IdCard'),
        field('funds', 'Evidence of the source of funds', 'Document'),
        field('signature', 'Signature', 'Signature'),
      ]),
    ],
  },
];
