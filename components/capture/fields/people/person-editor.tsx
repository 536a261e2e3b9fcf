'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Radio } from '@/components/ui/radio';
import type { PersonDraft } from '@/lib/kyc/capture-draft';
import type { FormField } from '@/lib/kyc/contract/forms';
import { CountryBox } from '../country-box';
import { Part } from '../part';
import { HoldingsEditor } from './holdings-editor';
import type { Member } from './people-draft';

interface PersonEditorProps {
  fieldId: string;
  /** The path of the member: `people[0]`. */
  path: string;
  member: Member;
  onChange: (change: Partial<PersonDraft>) => void;
  roles: NonNullable<FormField['options']>;
  companies: readonly { value: string; label: string }[];
  problems: Readonly<Record<string, string>>;
  today: string;
}

/** All that is asked of one member. */
export function PersonEditor(props: PersonEditorProps) {
  const { fieldId, path, member, onChange, roles, companies, problems, today } = props;
  const t = useTranslations('captureFields.people');
  const company = member.isCompany ?? false;
  const roleIds = new Set(member.roleIds);
  const part = (name: string) => ({ fieldId, path: `${path}.${name}`, problem: problems[`${path}.${name}`] });
  return (
    <div className="grid gap-x-8 gap-y-4 py-1 @2xl:grid-cols-2">
      <div className="space-y-4">
        <div role="radiogroup" aria-label={t('kind')} className="flex gap-6">
          {[false, true].map((is) => (
            <Radio
              key={String(is)}
              name={`${fieldId}-${member.id}-kind`}
              label={t(is ? 'aCompany' : 'aPerson')}
              checked={company === is}
              onChange={() => onChange({ isCompany: is })}
            />
          ))}
        </div>
        <Part {...part('fullName')} label={t(company ? 'companyName' : 'fullName')} required>
          {(control) => (
            <Input
              {...control}
              value={member.fullName ?? ''}
              autoComplete="off"
              onChange={({ target }) => onChange({ fullName: target.value })}
            />
          )}
        </Part>
        {roles.length > 0 && (
          <fieldset className="min-w-0">
            <legend className="mb-1 text-sm text-ink-soft">{t('roles')}</legend>
            <div className="flex flex-wrap gap-x-5">
              {roles.map(({ id, optionText }) => (
                <Checkbox
                  key={id}
                  label={<bdi>{optionText}</bdi>}
                  checked={roleIds.has(id)}
                  onChange={({ target }) =>
                    onChange({
                      roleIds: roles
                        .map((role) => role.id)
                        .filter((role) => (role === id ? target.checked : roleIds.has(role))),
                    })
                  }
                />
              ))}
            </div>
          </fieldset>
        )}
        <HoldingsEditor
          fieldId={fieldId}
          path={path}
          holdings={member.holdings ?? []}
          onChange={(holdings) => onChange({ holdings })}
          companies={companies}
          problems={problems}
        />
      </div>
      <div className="space-y-4">
        <Part {...part('nationalityId')} label={t(company ? 'registeredIn' : 'nationality')}>
          {(control) => (
            <CountryBox
              {...control}
              value={member.nationalityId ?? ''}
              onChange={(code) => onChange({ nationalityId: code || undefined })}
            />
          )}
        </Part>
        {!company && (
          <>
            <Part {...part('dateOfBirth')} label={t('dateOfBirth')}>
              {(control) => (
                <Input
                  {...control}
                  type="date"
                  max={today}
                  className="max-w-44 pointer-coarse:max-w-60"
                  value={member.dateOfBirth ?? ''}
                  onChange={({ target }) => onChange({ dateOfBirth: target.value || undefined })}
                />
              )}
            </Part>
            <fieldset className="min-w-0">
              <legend className="mb-1 text-sm text-ink-soft">{t('pep')}</legend>
              <div className="flex gap-6">
                {[false, true].map((is) => (
                  <Radio
                    key={String(is)}
                    name={`${fieldId}-${member.id}-pep`}
                    label={t(is ? 'yes' : 'no')}
                    checked={member.isPep === is}
                    onChange={() => onChange({ isPep: is })}
                  />
                ))}
              </div>
            </fieldset>
          </>
        )}
      </div>
    </div>
  );
}
