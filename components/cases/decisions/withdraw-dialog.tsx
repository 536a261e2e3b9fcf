'use client';

import { useTranslations } from 'next-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Notice } from '@/components/ui/notice';
import type { Action } from '@/lib/action-result';
import type { Decided, DecisionLine } from '@/lib/kyc/cases';
import type { WithdrawInput } from '@/lib/kyc/decision-input';
import { useMeantWords } from './decision-words';
import { useSending } from './use-sending';

export interface WithdrawDialogProps {
  submissionId: string;
  proposal: DecisionLine;
  seenVersion: number;
  send: Action<WithdrawInput, Decided>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDone: () => Promise<void>;
}

/** Takes a proposal of one's own back. */
export function WithdrawDialog(props: WithdrawDialogProps) {
  const { submissionId, proposal, seenVersion, send, open, onOpenChange, onDone } = props;
  const t = useTranslations('decisions.withdraw');
  const words = useMeantWords();
  const sending = useSending();
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { what: words(proposal) })}
      consequence={t('consequence')}
      cancel={t('cancel')}
      confirm={t('confirm')}
      pending={sending.busy ? t('sending') : undefined}
      onConfirm={() =>
        void sending.run(
          () => send({ submissionId, decisionId: proposal.id, seenVersion }),
          () => onDone(),
        )
      }
    >
      {sending.fault && (
        <Notice tone="critical" role="alert">
          {sending.fault}
        </Notice>
      )}
    </AlertDialog>
  );
}
