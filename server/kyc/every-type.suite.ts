import type { TypedAnswer } from '@/lib/kyc/contract/answers';
import { newId } from '@/lib/new-id';
import type { Database } from '../db/client';
import { forms, formVersions } from '../db/schema';
import { TENANTS } from './ground.suite';

/** The name of the suite's own forms, which are retired after it. */
export const EVERY_TYPE = 'Every type';

/** An answer of each type, as the contract's table has them; what names documents is given the id of one. */
export const MODELS = (documentId: string): TypedAnswer[] => [
  { fieldTypeId: 'Text', textValue: 'Ὀδυσσεύς 王 عبد' },
  { fieldTypeId: 'TextArea', textValue: 'One line\nand 👩‍👩‍👧 another' },
  { fieldTypeId: 'Number', numberValue: -12.5 },
  { fieldTypeId: 'DatePicker', date: '1980-02-29' },
  { fieldTypeId: 'Email', textValue: 'a.b@example.com' },
  { fieldTypeId: 'Phone', textValue: '+971501234567' },
  { fieldTypeId: 'SingleOptionRadio', optionId: 'a' },
  { fieldTypeId: 'MultiOptionsCheckBox', optionIds: ['a', 'b'] },
  { fieldTypeId: 'Country', countryId: 'AE' },
  {
    fieldTypeId: 'UserAddress',
    countryId: 'GB',
    city: 'Ely',
    state: 'Cambs',
    zipcode: 'CB7',
    address: '1 A St',
  },
  {
    fieldTypeId: 'CompanyAddress',
    countryId: 'GB',
    city: 'Ely',
    zipcode: 'CB7',
    address: '1 A St',
    hasCorrespondenceAddress: true,
    correspondenceCountryId: 'FR',
    correspondenceCity: 'Paris',
    correspondenceZipcode: '75001',
    correspondenceAddress: '2 Rue B',
  },
  { fieldTypeId: 'Passport', documentId },
  { fieldTypeId: 'IdCard', idCardFrontId: documentId },
  { fieldTypeId: 'Document', documentId },
  { fieldTypeId: 'Signature', documentId, signedAt: '2026-01-05T08:00:00Z' },
  {
    fieldTypeId: 'People',
    people: [
      {
        fullName: 'Ada Byron',
        roleIds: ['a'],
        ownershipPercent: 60,
        nationalityId: 'GB',
        dateOfBirth: '1980-01-01',
        isPep: false,
      },
    ],
  },
];

/** A form with a field of each type, named by the type, one of whose options is `a` and another `b`. */
export async function aFormOfEveryType(db: Database): Promise<string> {
  const formId = newId();
  const options = ['a', 'b'].map((id) => ({ id, optionText: id, optionValue: id }));
  const at = new Date('2026-01-05T08:00:00Z');
  const fields = MODELS('').map(({ fieldTypeId }, index) => ({
    id: fieldTypeId,
    name: fieldTypeId,
    label: fieldTypeId,
    fqName: `Types_All_${fieldTypeId}`,
    fieldTypeId,
    isRequired: fieldTypeId === 'Text',
    isLocked: false,
    order: index + 1,
    options,
  }));
  const pages = [
    { id: 'types', name: 'Types', order: 1, sections: [{ id: 'all', name: 'All', order: 1, fields }] },
  ];
  const form = { id: formId, tenantId: TENANTS[0], name: EVERY_TYPE, entityType: 'Any' } as const;
  await db.insert(forms).values({ ...form, formType: 'KYCOnboarding', createdAt: at });
  await db.insert(formVersions).values({ formId, version: 1, pages, createdAt: at });
  return formId;
}
