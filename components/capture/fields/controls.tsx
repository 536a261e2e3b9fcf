'use client';

import { type ComponentType, lazy } from 'react';
import type { FormField } from '@/lib/kyc/contract/forms';
import { FIELD_TYPES, type FieldType, known } from '@/lib/kyc/contract/lists';
import { DateControl } from './date-control';
import { CheckBoxesControl, MOST_RADIOS, RadioControl } from './option-controls';
import { EmailControl, TextAreaControl, TextControl } from './text-controls';
import type { ControlProps } from './types';

/** What is larger than a box: fetched where it is shown, and the rest once the page is there (`fetchControls`). */
const addresses = () => import('./address-controls');
const choice = () => import('./choice-control');
const country = () => import('./country-control');
const documents = () => import('./documents/document-controls');
const number = () => import('./number-control');
const people = () => import('./people/people-control');
const phone = () => import('./phone-control');
const signature = () => import('./signature/signature-control');

const ChoiceControl = lazy(async () => ({ default: (await choice()).ChoiceControl }));
const CountryControl = lazy(async () => ({ default: (await country()).CountryControl }));
const CompanyAddressControl = lazy(async () => ({ default: (await addresses()).CompanyAddressControl }));
const UserAddressControl = lazy(async () => ({ default: (await addresses()).UserAddressControl }));
const DocumentControl = lazy(async () => ({ default: (await documents()).DocumentControl }));
const IdCardControl = lazy(async () => ({ default: (await documents()).IdCardControl }));
const NumberControl = lazy(async () => ({ default: (await number()).NumberControl }));
const PassportControl = lazy(async () => ({ default: (await documents()).PassportControl }));
const PeopleControl = lazy(async () => ({ default: (await people()).PeopleControl }));
const PhoneControl = lazy(async () => ({ default: (await phone()).PhoneControl }));
const SignatureControl = lazy(async () => ({ default: (await signature()).SignatureControl }));

/** Fetches the controls of every field type, so that the next page needs no connection. */
export async function fetchControls(): Promise<void> {
  const all = [addresses, choice, country, documents, number, people, phone, signature];
  await Promise.all(all.map((fetchOne) => fetchOne()));
}

/** How a control is framed: one box under a label, or several under a question. */
type Entry<K extends FieldType> = {
  Control: ComponentType<ControlProps<K>>;
  frame: 'box' | 'group' | 'radiogroup';
  helpFirst?: boolean;
};

type Controls = { [K in FieldType]: Entry<K> };

const CONTROLS: Controls = {
  Text: { Control: TextControl, frame: 'box' },
  TextArea: { Control: TextAreaControl, frame: 'box' },
  Number: { Control: NumberControl, frame: 'box' },
  DatePicker: { Control: DateControl, frame: 'box' },
  Email: { Control: EmailControl, frame: 'box' },
  Phone: { Control: PhoneControl, frame: 'box' },
  UserAddress: { Control: UserAddressControl, frame: 'group', helpFirst: true },
  CompanyAddress: { Control: CompanyAddressControl, frame: 'group', helpFirst: true },
  Passport: { Control: PassportControl, frame: 'group', helpFirst: true },
  IdCard: { Control: IdCardControl, frame: 'group', helpFirst: true },
  Document: { Control: DocumentControl, frame: 'group', helpFirst: true },
  Signature: { Control: SignatureControl, frame: 'group', helpFirst: true },
  People: { Control: PeopleControl, frame: 'group', helpFirst: true },
  Country: { Control: CountryControl, frame: 'box' },
  SingleOptionRadio: { Control: RadioControl, frame: 'radiogroup' },
  MultiOptionsCheckBox: { Control: CheckBoxesControl, frame: 'group' },
};

/** Where the options are many. */
const MANY: Controls = { ...CONTROLS, SingleOptionRadio: { Control: ChoiceControl, frame: 'box' } };

/** The field's type where this product knows it. */
export function typeOf(field: FormField): FieldType | undefined {
  return known(FIELD_TYPES, field.fieldTypeId);
}

/** The control of a field type, as this field needs it. */
export function controlOf<K extends FieldType>(type: K, field: FormField): Controls[K] {
  const many = (field.options?.length ?? 0) > MOST_RADIOS;
  const controls: Controls = many ? MANY : CONTROLS;
  return controls[type];
}
