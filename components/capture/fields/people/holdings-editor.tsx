'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FieldNotes } from '@/components/form/field-frame';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { type HoldingDraft, partId } from '@/lib/kyc/capture-draft';
import { NumberBox } from '../number-box';

interface HoldingsEditorProps {
  fieldId: string;
  /** The path of the member: `people[0]`. */
  path: string;
  holdings: readonly HoldingDraft[];
  onChange: (holdings: HoldingDraft[]) => void;
  /** What shares can be held of: the customer (an empty value) and the companies of the list. */
  companies: readonly { value: string; label: string }[];
  problems: Readonly<Record<string, string>>;
}

/** What a member holds: shares of the customer, or of a company that stands in the list as well. */
export function HoldingsEditor({
  fieldId,
  path,
  holdings,
  onChange,
  companies,
  problems,
}: HoldingsEditorProps) {
  const t = useTranslations('captureFields.people');
  const change = (at: number, next: HoldingDraft) => onChange(holdings.with(at, next));
  const held = new Set(holdings.map(({ companyId }) => companyId ?? ''));
  const free = companies.find(({ value }) => !held.has(value))?.value || undefined;
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="mb-1 text-sm text-ink-soft">{t('holdings')}</legend>
      {holdings.map((holding, at) => {
        const own = `${path}.holdings[${at}]`;
        const [share, company] = [`${own}.percent`, `${own}.companyId`];
        const problem = problems[share] ?? problems[company] ?? problems[own];
        const errorId = `${partId(fieldId, own)}-error`;
        const marks = {
          'aria-invalid': problem === undefined ? undefined : (true as const),
          'aria-describedby': problem === undefined ? undefined : errorId,
        };
        return (
          <div key={at} className="space-y-1">
            <div className="flex items-center gap-2">
              <NumberBox
                id={partId(fieldId, share)}
                aria-label={t('share')}
                {...marks}
                unit="%"
                className="w-24 shrink-0"
                value={holding.percent}
                typed={holding.typed}
                onChange={(percent, typed) => change(at, { ...holding, percent, typed })}
              />
              <span className="shrink-0 text-ink-soft">{t('of')}</span>
              <Select
                id={partId(fieldId, company)}
                aria-label={t('company')}
                {...marks}
                className="min-w-0 max-w-80 grow"
                options={companies}
                value={holding.companyId ?? ''}
                onChange={({ target }) => change(at, { ...holding, companyId: target.value || undefined })}
              />
              <IconButton
                label={t('removeShare')}
                icon={<X />}
                onClick={() => onChange(holdings.toSpliced(at, 1))}
              />
            </div>
            <FieldNotes parts={{ error: problem, errorId, helpId: '' }} />
          </div>
        );
      })}
      <Button
        size="sm"
        variant="ghost"
        icon={<Plus />}
        onClick={() => onChange([...holdings, { companyId: free }])}
      >
        {t(holdings.length === 0 ? 'addShare' : 'addOtherShare')}
      </Button>
    </fieldset>
  );
}
