'use client';

import { type ComponentType, lazy } from 'react';
import type { FormField } from '@/lib/kyc/contract/forms';
import { FIELD_TYPES, type FieldType, known } from '@/lib/kyc/contract/lists';
import { CompanyAddressControl, UserAddressControl } from './address-controls';
import { CountryControl } from './country-control';
import { DateControl } from './date-control';
import { DocumentControl, IdCardControl, PassportControl } from './documents/document-controls';
import { NumberControl } from './number-control';
import { CheckBoxesControl, ChoiceControl, MOST_RADIOS, RadioControl } from './option-controls';
import { PhoneControl } from './phone-control';
import { EmailControl, TextAreaControl, TextControl } from './text-controls';
import type { ControlProps } from './types';

/** Large and on few pages: fetched where a form has such a field. */
const PeopleControl = lazy(async () => ({
  default: (await import('./people/people-control')).PeopleControl,
}));
const SignatureControl = lazy(async () => ({
  default: (await import('./signature/signature-control')).SignatureControl,
}));

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
