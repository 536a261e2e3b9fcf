'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { IconButton } from '@/components/ui/icon-button';
import { Modal } from '@/components/ui/modal';
import { Undo2 } from 'lucide-react';
import type { PaperAnswer } from '@/lib/kyc/what-if-input';
import { whatIfQuery } from '@/lib/query/what-if';
import { useSettled } from './use-settled';
import { type FrozenLevel, WhatIfResult } from './what-if-result';

/** A question whose answer can be changed on paper. */
export type PaperQuestion = { fieldId: string; label: string; hint: string };

export interface WhatIfDialogProps {
  submissionId: string;
  questions: readonly PaperQuestion[];
  /** The level that a person set, while that is in force. */
  frozen: FrozenLevel | undefined;
  /** The controls of a question; `change` gets its whole answer, or null for none, or undefined while it is not complete. */
  control: (fieldId: string, change: (answer: PaperAnswer['answer'] | undefined) => void) => ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Changes answers on paper: the score and the level that they would give stand beside what is, and nothing is saved. */
export function WhatIfDialog(props: WhatIfDialogProps) {
  const { submissionId, questions, frozen, control, open, onOpenChange } = props;
  const t = useTranslations('whatIf');
  const common = useTranslations('common');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [answers, setAnswers] = useState<Readonly<Record<string, PaperAnswer['answer']>>>({});
  const changes = useMemo(
    () => Object.entries(answers).map(([fieldId, answer]) => ({ fieldId, answer })),
    [answers],
  );
  const asked = useSettled(changes);
  const { data, error, isFetching } = useQuery({
    ...whatIfQuery(submissionId, asked),
    enabled: open,
    placeholderData: keepPreviousData,
  });

  function pick(fieldId: string) {
    if (fieldId && !picked.includes(fieldId)) setPicked([...picked, fieldId]);
  }

  function change(fieldId: string, answer: PaperAnswer['answer'] | undefined) {
    if (answer === undefined) return;
    setAnswers((before) => ({ ...before, [fieldId]: answer }));
  }

  function takeBack(fieldId: string) {
    setPicked((before) => before.filter((one) => one !== fieldId));
    setAnswers((before) => Object.fromEntries(Object.entries(before).filter(([id]) => id !== fieldId)));
  }

  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      place="end"
      size="lg"
      title={t('title')}
      description={t('description')}
      closeLabel={common('close')}
      footer={
        <>
          {picked.length > 0 && (
            <Button
              variant="ghost"
              onClick={() => {
                setPicked([]);
                setAnswers({});
              }}
            >
              {t('startAfresh')}
            </Button>
          )}
          <Button onClick={() => onOpenChange(false)}>{common('close')}</Button>
        </>
      }
    >
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <div className="min-w-0 space-y-5">
          <div className="space-y-1.5">
            <label htmlFor="what-if-question" className="block font-medium">
              {t('pick')}
            </label>
            <Combobox
              id="what-if-question"
              options={questions
                .filter(({ fieldId }) => !picked.includes(fieldId))
                .map(({ fieldId, label, hint }) => ({ value: fieldId, label, hint }))}
              value=""
              onChange={pick}
              labels={{ open: common('openList'), clear: common('clearChoice'), empty: common('noMatch') }}
            />
            <p className="text-sm text-ink-soft">{t('pickHelp')}</p>
          </div>
          {picked.map((fieldId) => {
            const question = questions.find((one) => one.fieldId === fieldId)?.label ?? fieldId;
            return (
              <div key={fieldId} className="flex items-start gap-2 border-s-2 border-accent ps-3">
                <div className="min-w-0 grow">{control(fieldId, (answer) => change(fieldId, answer))}</div>
                <IconButton
                  label={t('takeBack', { question })}
                  icon={<Undo2 className="mirror" />}
                  onClick={() => takeBack(fieldId)}
                />
              </div>
            );
          })}
        </div>
        <WhatIfResult
          result={data}
          failed={error !== null}
          working={isFetching}
          changed={changes.length > 0}
          frozen={frozen}
          onTry={(fieldId) => pick(fieldId)}
          triable={(fieldId) => questions.some((one) => one.fieldId === fieldId)}
        />
      </div>
    </Modal>
  );
}
