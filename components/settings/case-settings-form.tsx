'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import type { ActionResult } from '@/lib/action-result';
import type { CaseSettings, OverduePreview } from '@/lib/kyc/case-settings';
import { BecomingOverdue } from './becoming-overdue';

type Name = 'High' | 'Medium' | 'Low' | 'decisionDays' | 'overrideDays';
type Typed = Record<Name, string>;

const BOUNDS: Record<Name, readonly [min: number, max: number]> = {
  High: [1, 120],
  Medium: [1, 120],
  Low: [1, 120],
  decisionDays: [1, 90],
  overrideDays: [1, 730],
};
const LEVELS = ['High', 'Medium', 'Low'] as const;
const DAYS = ['decisionDays', 'overrideDays'] as const;

interface CaseSettingsFormProps {
  value: CaseSettings;
  revision: number;
  preview: (value: CaseSettings) => Promise<ActionResult<OverduePreview>>;
  /** Left out for who may only see what a change would do. */
  save:
    | ((change: { value: CaseSettings; basedOn: number }) => Promise<ActionResult<{ revision: number }>>)
    | undefined;
}

/** Months and days of a firm. What a change means is counted and shown before it can be saved. */
export function CaseSettingsForm({ value, revision, preview, save }: CaseSettingsFormProps) {
  const t = useTranslations('caseSettings');
  const form = useTranslations('form');
  const router = useRouter();
  const [typed, setTyped] = useState<Typed>(() => typedOf(value));
  const [busy, setBusy] = useState<'checking' | 'saving'>();
  const [seen, setSeen] = useState<OverduePreview>();
  const [wrong, setWrong] = useState<readonly Name[]>([]);
  const [failure, setFailure] = useState<string>();
  const [saved, setSaved] = useState(false);

  function change(name: Name, text: string) {
    setTyped({ ...typed, [name]: text });
    setSeen(undefined);
    setSaved(false);
    setFailure(undefined);
    setWrong(wrong.filter((one) => one !== name));
  }

  async function check() {
    const bad = (Object.keys(BOUNDS) as Name[]).filter((name) => !isWithin(name, typed[name]));
    setWrong(bad);
    if (bad[0]) return document.getElementById(`case-${bad[0]}`)?.focus();
    setBusy('checking');
    const result = await preview(settingsOf(typed)).catch(() => undefined);
    setBusy(undefined);
    if (result?.ok) setSeen(result.data);
    else setFailure(result?.messages.join(' ') ?? form('notReached'));
  }

  async function store() {
    if (!save) return;
    setBusy('saving');
    const result = await save({ value: settingsOf(typed), basedOn: revision }).catch(() => undefined);
    setBusy(undefined);
    if (!result?.ok) return setFailure(result?.messages.join(' ') ?? form('notReached'));
    setSeen(undefined);
    setSaved(true);
    router.refresh();
  }

  const counted = ({ count, more }: OverduePreview['now']) =>
    t('customers', { count, more: more ? '+' : '' });
  const field = (name: Name, label: string, help?: string) => (
    <NumberField
      key={name}
      name={name}
      label={label}
      help={help}
      value={typed[name]}
      isWrong={wrong.includes(name)}
      onChange={(text) => change(name, text)}
    />
  );
  return (
    <form
      noValidate
      className="max-w-176 space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void (seen && save ? store() : check());
      }}
    >
      <Panel id="review-months" title={t('months')}>
        <p className="mb-3 text-sm text-ink-soft">{t('monthsHelp')}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          {LEVELS.map((level) => field(level, t(`level.${level}`)))}
        </div>
      </Panel>
      <Panel id="case-days" title={t('days')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {DAYS.map((name) => field(name, t(name), t(`${name}Help`)))}
        </div>
      </Panel>
      <div aria-live="polite" className="space-y-3">
        {failure && (
          <Notice tone="critical" title={t('failed')}>
            {failure}
          </Notice>
        )}
        {saved && <Notice tone="positive">{t('saved')}</Notice>}
        {seen && (
          <Notice tone={seen.then.count > seen.now.count ? 'caution' : 'info'}>
            {t('preview', { then: counted(seen.then), now: counted(seen.now) })}{' '}
            {seen.then.count > seen.now.count && t('previewMore')}
            {seen.becoming && <BecomingOverdue customers={seen.becoming} />}
          </Notice>
        )}
      </div>
      <Button
        type="submit"
        variant="primary"
        pending={busy === 'checking' ? t('checking') : busy === 'saving' ? t('saving') : undefined}
      >
        {seen && save ? t('save') : t('check')}
      </Button>
    </form>
  );
}

interface NumberFieldProps {
  name: Name;
  label: ReactNode;
  help?: string | undefined;
  value: string;
  isWrong: boolean;
  onChange: (text: string) => void;
}

function NumberField({ name, label, help, value, isWrong, onChange }: NumberFieldProps) {
  const t = useTranslations('caseSettings');
  const hintId = useId();
  const [min, max] = BOUNDS[name];
  return (
    <div>
      <label htmlFor={`case-${name}`} className="mb-1 block font-medium">
        {label}
      </label>
      <Input
        id={`case-${name}`}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        aria-invalid={isWrong}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={hintId} className={`mt-1 text-sm ${isWrong ? 'text-critical-fg' : 'text-ink-soft'}`}>
        {isWrong ? t('wrong', { min, max }) : `${help ? `${help} ` : ''}${t('bounds', { min, max })}`}
      </p>
    </div>
  );
}

function typedOf({ reviewMonths, decisionDays, overrideDays }: CaseSettings): Typed {
  const { High, Medium, Low } = reviewMonths;
  return {
    High: String(High),
    Medium: String(Medium),
    Low: String(Low),
    decisionDays: String(decisionDays),
    overrideDays: String(overrideDays),
  };
}

function settingsOf(typed: Typed): CaseSettings {
  const { High, Medium, Low, decisionDays, overrideDays } = typed;
  return {
    reviewMonths: { High: Number(High), Medium: Number(Medium), Low: Number(Low) },
    decisionDays: Number(decisionDays),
    overrideDays: Number(overrideDays),
  };
}

function isWithin(name: Name, text: string): boolean {
  const [min, max] = BOUNDS[name];
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;
}
