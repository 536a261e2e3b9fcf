'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import type { FieldFault } from '@/lib/kyc/contract/errors';
import { modelPageQuery } from '@/lib/query/risk-model';
import type { ModelVersion } from '@/lib/risk/model-office';
import type { ModelActions } from './model-actions';
import type { ChosenFile } from './read-chosen';
import { useRefusalWords } from './refusal-words';
import type { ModelDraft } from './use-model-draft';

interface ImportDialogProps {
  version: ModelVersion;
  draft: ModelDraft;
  chosen: ChosenFile;
  importModelFile: ModelActions['importModelFile'];
  onClose: () => void;
}

/** Says what a file holds and what it would take the place of, or what is wrong with it; a file with a fault changes nothing. */
export function ImportDialog({ version, draft, chosen, importModelFile, onClose }: ImportDialogProps) {
  const t = useTranslations('riskModel.file');
  const actions = useTranslations('riskModel.actions');
  const common = useTranslations('common');
  const wordsOf = useRefusalWords();
  const cache = useQueryClient();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<readonly string[]>([]);
  const { model, faults } = chosen.read;
  if (model === null) return <Refused {...{ chosen, faults, onClose }} />;

  async function run() {
    setBusy(true);
    const seen = { version: version.version, revision: version.revision };
    const result = await importModelFile({ ...seen, file: chosen.text }).catch(() => null);
    if (result?.ok) draft.discard();
    await cache.invalidateQueries({ queryKey: modelPageQuery(version.version).queryKey });
    setBusy(false);
    if (!result?.ok) return setRefusal(wordsOf(result));
    onClose();
    toast({ title: t('done', { file: chosen.name }) });
  }

  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('title', { version: version.version })}
      consequence={t(draft.isChanged ? 'consequenceUnsaved' : 'consequence')}
      cancel={common('cancel')}
      confirm={t('confirm')}
      pending={isBusy ? actions('busy') : undefined}
      danger
      onConfirm={() => void run()}
    >
      <p className="font-medium wrap-anywhere">
        <bdi>{chosen.name}</bdi>
      </p>
      <p>
        {t('holds', {
          name: model.name,
          factors: model.factors.length,
          floors: model.floors.length,
          lists: model.countryLists.length,
        })}
      </p>
      <p className="mt-2 text-ink-soft">{t('ownNumber', { version: version.version })}</p>
      {refusal.length > 0 && (
        <Notice tone="critical" role="alert" className="mt-3">
          {refusal.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      )}
    </AlertDialog>
  );
}

interface RefusedProps {
  chosen: ChosenFile;
  faults: readonly FieldFault[];
  onClose: () => void;
}

function Refused({ chosen, faults, onClose }: RefusedProps) {
  const t = useTranslations('riskModel.file');
  const common = useTranslations('common');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('refused')}
      description={t('refusedText')}
      closeLabel={common('close')}
      footer={<Button onClick={onClose}>{common('close')}</Button>}
    >
      <p className="font-medium wrap-anywhere">
        <bdi>{chosen.name}</bdi>
      </p>
      <ul className="mt-1 list-disc space-y-1 ps-5">
        {faults.map(({ path, message }) => (
          <li key={path + message}>
            <span className="font-medium">{path}:</span> {message}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
