'use client';

import { useTranslations } from 'next-intl';
import * as z from 'zod';
import { Form, type FormOutcome } from '@/components/form/form';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { AlertDialog } from '@/components/ui/alert-dialog';
import type { Action } from '@/lib/action-result';
import type { Decided, DecisionLine } from '@/lib/kyc/cases';
import type { WithdrawInput } from '@/lib/kyc/decision-input';
import { useMeantWords } from './decision-words';
import { ParticularsBox } from './particulars';
import { useRefused } from './use-refused';

const FORM_ID = 'withdraw-form';
/** Nothing is asked for. */
const nothing = z.object({});

export interface WithdrawDialogProps {
  submissionId: string;
  proposal: DecisionLine;
  seenVersion: number;
  send: Action<WithdrawInput, Decided>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The case is no longer as it was seen. */
  onBehind: () => void;
  onDone: () => Promise<void>;
}

/** Takes a proposal of one's own back. */
export function WithdrawDialog(props: WithdrawDialogProps) {
  const { submissionId, proposal, seenVersion, send, open, onOpenChange, onBehind, onDone } = props;
  const t = useTranslations('decisions.withdraw');
  const words = useMeantWords();
  const refused = useRefused(onBehind);
  const form = useSchemaForm({ schema: nothing, defaultValues: {} });

  async function submit(): Promise<FormOutcome> {
    const result = await send({ submissionId, decisionId: proposal.id, seenVersion });
    if (!result.ok) return refused(result);
    await onDone();
    return { ok: true };
  }

  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { what: words(proposal) })}
      consequence={t('consequence')}
      cancel={t('cancel')}
      confirm={t('confirm')}
      formId={FORM_ID}
      pending={form.methods.formState.isSubmitting ? t('sending') : undefined}
    >
      <Form id={FORM_ID} form={form} action={submit}>
        <ParticularsBox line={proposal} />
      </Form>
    </AlertDialog>
  );
}
