'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { Action } from '@/lib/action-result';
import type { AssignInput } from '@/lib/kyc/decision-input';
import type { ComplianceView } from './case-bar';
import { useSending } from './use-sending';

/** Stands for nobody in the list, which knows texts only. */
const NOBODY = '';

export interface HandOverDialogProps {
  view: ComplianceView;
  send: Action<AssignInput, unknown>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** With the name of who has the case now; null = the queue. */
  onDone: (name: string | null) => Promise<void>;
}

/** Gives the case to somebody else, or back to the queue. */
export function HandOverDialog({ view, send, open, onOpenChange, onDone }: HandOverDialogProps) {
  const t = useTranslations('decisions.handOver');
  const now = view.case?.assignee?.id;
  const others = view.assignable.filter(({ id }) => id !== now);
  const [chosen, setChosen] = useState(others[0]?.id ?? NOBODY);
  const sending = useSending();
  const assigneeId = chosen === NOBODY ? null : chosen;
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      consequence={t('consequence')}
      cancel={t('cancel')}
      confirm={t(assigneeId === null ? 'confirmNobody' : 'confirm')}
      pending={sending.busy ? t('sending') : undefined}
      onConfirm={() =>
        void sending.run(
          () => send({ submissionId: view.submissionId, assigneeId }),
          () => onDone(others.find(({ id }) => id === assigneeId)?.name ?? null),
        )
      }
    >
      <div className="space-y-3">
        {sending.fault && (
          <Notice tone="critical" role="alert">
            {sending.fault}
          </Notice>
        )}
        <div className="space-y-1.5">
          <label htmlFor="hand-over-to" className="block font-medium">
            {t('to')}
          </label>
          <Select
            id="hand-over-to"
            value={chosen}
            onChange={({ target }) => setChosen(target.value)}
            options={[
              ...others.map(({ id, name }) => ({ value: id, label: name })),
              ...(now === undefined && others.length > 0 ? [] : [{ value: NOBODY, label: t('nobody') }]),
            ]}
          />
        </div>
      </div>
    </AlertDialog>
  );
}
