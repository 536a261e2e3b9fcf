'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Form, type FormOutcome } from '@/components/form/form';
import { TextareaField } from '@/components/form/textarea-field';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Select } from '@/components/ui/select';
import type { Action } from '@/lib/action-result';
import type { Decided, DecisionLine } from '@/lib/kyc/cases';
import { checkForm } from '@/lib/kyc/decision-form';
import type { CheckInput } from '@/lib/kyc/decision-input';
import type { ComplianceView } from './case-bar';
import { useMeantWords } from './decision-words';
import { ParticularsBox } from './particulars';
import { useRefused } from './use-refused';

const FORM_ID = 'check-form';

export interface CheckDialogProps {
  verdict: CheckInput['verdict'];
  view: ComplianceView;
  proposal: DecisionLine;
  /** Whose draft it is. */
  ownId: string;
  /** The version of the profile that the person sees. */
  seenVersion: number;
  send: Action<CheckInput, Decided>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The case is no longer as it was seen. */
  onBehind: () => void;
  onDone: (verdict: CheckInput['verdict']) => Promise<void>;
}

/** The second person's word on a proposal: what was proposed, a note, and what will happen. */
export function CheckDialog(props: CheckDialogProps) {
  const { verdict, view, proposal, ownId, seenVersion, send, open, onOpenChange, onDone } = props;
  const t = useTranslations('decisions.check');
  const words = useMeantWords();
  const schema = useMemo(() => checkForm(verdict), [verdict]);
  const refused = useRefused(props.onBehind);
  const form = useSchemaForm({
    schema,
    defaultValues: { note: '' },
    draftKey: `check:${ownId}:${proposal.id}:${verdict}`,
  });
  const reasons = view.reasons.filter(({ purpose }) => verdict === 'decline' && purpose === 'decline');

  async function submit({ note }: { note: string }): Promise<FormOutcome> {
    const { submissionId } = view;
    const result = await send({ submissionId, decisionId: proposal.id, verdict, seenVersion, note });
    if (!result.ok) return refused(result);
    await onDone(verdict);
    return { ok: true };
  }

  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`title.${verdict}`, { what: words(proposal) })}
      consequence={t.rich(`consequence.${verdict}`, {
        name: () => <bdi>{proposal.maker.name}</bdi>,
        version: proposal.seenVersion,
      })}
      cancel={t('cancel')}
      confirm={t(`confirm.${verdict}`)}
      danger={verdict === 'decline'}
      formId={FORM_ID}
      pending={form.methods.formState.isSubmitting ? t('sending') : undefined}
    >
      <Form id={FORM_ID} form={form} action={submit}>
        <ParticularsBox line={proposal} />
        {reasons.length > 0 && (
          <div className="space-y-1.5">
            <label htmlFor="decline-reason" className="block font-medium">
              {t('start')}
            </label>
            <Select
              id="decline-reason"
              defaultValue=""
              placeholder={t('startNone')}
              options={reasons.map(({ words: text }) => ({ value: text, label: text }))}
              onChange={({ target }) => form.methods.setValue('note', target.value, { shouldDirty: true })}
            />
          </div>
        )}
        <TextareaField name="note" label={t('note')} help={t(`noteHelp.${verdict}`)} rows={3} />
      </Form>
    </AlertDialog>
  );
}
