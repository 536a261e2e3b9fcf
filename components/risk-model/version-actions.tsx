'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FormOutcome } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { modelBookQuery } from '@/lib/query/risk-model';
import type { ModelVersion } from '@/lib/risk/model-office';
import type { ModelActions } from './model-actions';
import { NoteDialog } from './note-dialog';
import type { ModelDraft } from './use-model-draft';

type Step = 'propose' | 'withdraw' | 'decline' | 'release';

interface VersionActionsProps {
  version: ModelVersion;
  draft: ModelDraft;
  /** How many errors stand in the way of a proposal. */
  errors: number;
  ownId: string;
  may: { edit: boolean; release: boolean };
  actions: ModelActions;
  /** The version is something else now. */
  onDone: () => void;
}

/** What may be done with a version now, by who looks at it. */
export function VersionActions({ version, draft, errors, ownId, may, actions, onDone }: VersionActionsProps) {
  const t = useTranslations('riskModel.actions');
  const cache = useQueryClient();
  const toast = useToast();
  const [step, setStep] = useState<Step>();
  const isOwn = version.proposed?.by === ownId;
  const run = async (kind: Step, note: string): Promise<FormOutcome> => {
    const seen = { version: version.version, revision: version.revision };
    const send = {
      propose: () => actions.proposeModel({ ...seen, note }),
      withdraw: () => actions.withdrawModel(seen),
      decline: () => actions.declineModel({ ...seen, note }),
      release: () => actions.releaseModel(seen),
    };
    const result = await send[kind]();
    if (result.ok && kind === 'withdraw') draft.discard();
    await cache.invalidateQueries({ queryKey: modelBookQuery.queryKey });
    if (!result.ok) return outcomeOf(result);
    setStep(undefined);
    onDone();
    toast({ title: t(`${kind}.done`, { version: version.version }) });
    return { ok: true };
  };
  const obstacle = draft.isChanged
    ? t('saveFirst')
    : errors > 0
      ? t('errorsFirst', { count: errors })
      : undefined;
  const isOpen = version.state === 'draft' || version.state === 'proposed';
  return (
    <>
      {version.state === 'draft' && may.edit && (
        <Button
          variant={draft.isChanged ? 'secondary' : 'primary'}
          unavailable={obstacle}
          onClick={() => setStep('propose')}
        >
          {t('propose.open')}
        </Button>
      )}
      {version.state === 'proposed' && may.release && isOwn && (
        <p className="max-w-72 self-center text-sm text-ink-soft">{t('ownProposal')}</p>
      )}
      {version.state === 'proposed' && may.release && !isOwn && (
        <>
          <Button variant="primary" onClick={() => setStep('release')}>
            {t('release.open')}
          </Button>
          <Button onClick={() => setStep('decline')}>{t('decline.open')}</Button>
        </>
      )}
      {isOpen && may.edit && <Button onClick={() => setStep('withdraw')}>{t('withdraw.open')}</Button>}
      {step && (
        <NoteDialog
          title={t(`${step}.title`, { version: version.version })}
          consequence={t(`${step}.consequence`)}
          confirm={t(`${step}.confirm`)}
          {...((step === 'propose' || step === 'decline') && { note: t(`${step}.note`) })}
          busy={t('busy')}
          draftKey={`risk-model:${ownId}:${version.version}:${step}`}
          danger={step === 'withdraw'}
          send={(note) => run(step, note)}
          onClose={() => setStep(undefined)}
        />
      )}
    </>
  );
}
