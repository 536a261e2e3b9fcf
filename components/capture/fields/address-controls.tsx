'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { answerOf, type Draft } from '@/lib/kyc/capture-draft';
import { CountryBox } from './country-box';
import { Part } from './part';
import type { ControlProps } from './types';

/** The parts of an address in the order in which they are asked, with what a browser may fill them in from (HTML, autofill). */
const USER_PARTS = [
  { name: 'address', fill: 'address-line1' },
  { name: 'city', fill: 'address-level2' },
  { name: 'state', fill: 'address-level1' },
  { name: 'zipcode', fill: 'postal-code' },
  { name: 'countryId', fill: 'country-name' },
] as const;
const COMPANY_PARTS = USER_PARTS.filter((part) => part.name !== 'state');

type PartName = (typeof USER_PARTS)[number]['name'];

/** A person's address. */
export function UserAddressControl({
  field,
  id,
  value,
  onChange,
  partProblems,
  context,
}: ControlProps<'UserAddress'>) {
  return (
    <AddressParts
      id={id}
      parts={USER_PARTS}
      required={field.isRequired}
      autofill={context.autofill ?? true}
      valueOf={(name) => value?.[name]}
      pathOf={(name) => name}
      problems={partProblems}
      onPart={(name, text) => onChange(given({ ...value, fieldTypeId: 'UserAddress', [name]: text }))}
    />
  );
}

/** A company's address, with another one for letters where there is one. */
export function CompanyAddressControl(props: ControlProps<'CompanyAddress'>) {
  const { field, id, value, onChange, partProblems, context } = props;
  const t = useTranslations('captureFields.address');
  const change = (change: Partial<Draft<'CompanyAddress'>>) =>
    onChange(given({ ...value, ...change, fieldTypeId: 'CompanyAddress' }));
  const shared = { id, required: field.isRequired, problems: partProblems };
  return (
    <div className="space-y-3">
      <AddressParts
        {...shared}
        parts={COMPANY_PARTS}
        autofill={context.autofill ?? true}
        valueOf={(name) => (name === 'state' ? undefined : value?.[name])}
        pathOf={(name) => name}
        onPart={(name, text) => change({ [name]: text })}
      />
      <Checkbox
        label={t('hasCorrespondence')}
        checked={value?.hasCorrespondenceAddress ?? false}
        onChange={({ target }) => change({ hasCorrespondenceAddress: target.checked })}
      />
      {value?.hasCorrespondenceAddress && (
        <fieldset className="min-w-0 border-s-2 border-line ps-4">
          <legend className="mb-2 font-medium">{t('correspondence')}</legend>
          <AddressParts
            {...shared}
            required
            parts={COMPANY_PARTS}
            autofill={false}
            valueOf={(name) => value[correspondence(name)]}
            pathOf={correspondence}
            onPart={(name, text) => change({ [correspondence(name)]: text })}
          />
        </fieldset>
      )}
    </div>
  );
}

type CorrespondenceName =
  | 'correspondenceAddress'
  | 'correspondenceCity'
  | 'correspondenceZipcode'
  | 'correspondenceCountryId';

/** The contract's name of a part in the correspondence block. */
function correspondence(name: PartName): CorrespondenceName {
  switch (name) {
    case 'city':
      return 'correspondenceCity';
    case 'zipcode':
      return 'correspondenceZipcode';
    case 'countryId':
      return 'correspondenceCountryId';
    default:
      return 'correspondenceAddress';
  }
}

/** Undefined once every part is empty again. */
function given<T extends Draft<'UserAddress' | 'CompanyAddress'>>(draft: T): T | undefined {
  return answerOf(draft) === null ? undefined : draft;
}

interface AddressPartsProps {
  id: string;
  parts: readonly { name: PartName; fill: string }[];
  required: boolean;
  autofill: boolean;
  valueOf: (name: PartName) => string | undefined;
  pathOf: (name: PartName) => string;
  problems: Readonly<Record<string, string>>;
  onPart: (name: PartName, text: string | undefined) => void;
}

function AddressParts({
  id,
  parts,
  required,
  autofill,
  valueOf,
  pathOf,
  problems,
  onPart,
}: AddressPartsProps) {
  const t = useTranslations('captureFields.address');
  return (
    <div className="space-y-3">
      {parts.map(({ name, fill }) => (
        <Part
          key={name}
          fieldId={id}
          path={pathOf(name)}
          label={t(name)}
          required={required}
          problem={problems[pathOf(name)]}
          help={name === 'zipcode' ? t('noZipcode') : undefined}
          className={name === 'zipcode' ? 'max-w-60 space-y-1' : 'space-y-1'}
        >
          {(control) => {
            const box = {
              ...control,
              value: valueOf(name) ?? '',
              // Two addresses of one page are two sections to a browser that fills them in.
              autoComplete: autofill ? `section-${id} ${fill}` : 'off',
            };
            return name === 'countryId' ? (
              <CountryBox {...box} onChange={(code) => onPart(name, code || undefined)} />
            ) : (
              <Input {...box} onChange={({ target }) => onPart(name, target.value || undefined)} />
            );
          }}
        </Part>
      ))}
    </div>
  );
}
