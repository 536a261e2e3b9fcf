'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { useReady } from '@/components/ui/use-ready';
import type { ModelState } from '@/lib/kyc/decisions';
import { paths } from '@/lib/paths';
import { modelPageQuery } from '@/lib/query/risk-model';
import type { ModelPage } from '@/lib/risk/model-page';
import { Differences } from './differences';
import { DraftBar } from './draft-bar';
import { faultyParts } from './faulty-parts';
import type { ModelActions } from './model-actions';
import { ModelSheet, useModelCheck } from './model-sheet';
import { Reassessment } from './reassessment';
import { useRefusalWords } from './refusal-words';
import { StateOf, Story } from './story';
import { TrialPanel } from './trial-panel';
import { useModelDraft } from './use-model-draft';
import { VersionActions } from './version-actions';
import { VersionFile } from './version-file';

interface VersionViewProps {
  version: number;
  ownId: string;
  may: { edit: boolean; release: boolean };
  actions: ModelActions;
}

/** The page of one version of the risk model: to be edited while it is a draft, tried out, proposed and released. */
export function VersionView({ version, ...rest }: VersionViewProps) {
  const query = useQuery(modelPageQuery(version));
  return query.data ? <Version page={query.data} {...rest} /> : null;
}

function Version({ page, ownId, may, actions }: Omit<VersionViewProps, 'version'> & { page: ModelPage }) {
  const t = useTranslations('riskModel');
  const cache = useQueryClient();
  const { version, inForce, trial } = page;
  const draft = useModelDraft(version, may.edit, ownId, actions.saveModelDraft);
  const { faults, findings } = useModelCheck(draft.model);
  const [isTrying, setTrying] = useState(false);
  const wordsOf = useRefusalWords();
  // Once the version has gone its way, what was refused before says nothing any more.
  const [refusal, setRefusal] = useState<{ at: ModelState; text: string }>();
  const errors = faults.size + findings.filter(({ severity }) => severity === 'error').length;
  const isOpen = version.state === 'draft' || version.state === 'proposed';
  const { save, isChanged } = draft;
  const title = useRef<HTMLSpanElement>(null);
  const ready = useReady();
  const [deeds, setDeeds] = useState(0);

  // The button that was pressed goes with what it did; the focus goes on to what the version is now.
  useEffect(() => {
    if (deeds > 0 && document.activeElement === document.body) title.current?.focus();
  }, [deeds]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (isChanged) void save();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [save, isChanged]);

  async function tryOut() {
    setTrying(true);
    setRefusal(undefined);
    // What is tried is what is saved.
    const isSaved = await save();
    const saved = cache.getQueryData(modelPageQuery(version.version).queryKey);
    if (isSaved && saved) {
      const { revision } = saved.version;
      const result = await actions.tryModelOut({ version: version.version, revision }).catch(() => null);
      if (!result?.ok) setRefusal({ at: version.state, text: wordsOf(result).join(' ') });
      await cache.invalidateQueries({ queryKey: modelPageQuery(version.version).queryKey });
    }
    setTrying(false);
  }

  return (
    <>
      <PageHeader
        back={
          <Link href={paths.riskModel} className="text-accent hover:underline">
            {t('back')}
          </Link>
        }
        title={
          <span ref={title} tabIndex={-1} className="inline-flex flex-wrap items-center gap-3 outline-none">
            {t('version', { version: version.version })}
            <StateOf version={version} />
          </span>
        }
        meta={<Story version={version} />}
        actions={
          <>
            <VersionActions
              {...{ version, draft, errors, ownId, may, actions }}
              onDone={() => setDeeds((count) => count + 1)}
            />
            <VersionFile {...{ version, draft }} importModelFile={actions.importModelFile} />
          </>
        }
      />
      <div className="space-y-4">
        {refusal?.at === version.state && (
          <Notice tone="critical" role="alert">
            {refusal.text}
          </Notice>
        )}
        {version.state === 'draft' && version.declined && (
          <Notice tone="caution" title={t('declinedBy', { name: version.declined.name ?? t('somebody') })}>
            {version.declined.note}
          </Notice>
        )}
        {version.isInForce && <Reassessment />}
        {inForce && isOpen && <Differences inForce={inForce} model={draft.model} />}
        {isOpen && (
          <TrialPanel
            trial={trial}
            revision={draft.isChanged ? -1 : version.revision}
            onTry={may.edit ? () => void tryOut() : undefined}
            isTrying={isTrying}
          />
        )}
        {/* It takes no input before it can keep it. */}
        <fieldset disabled={!ready} className="min-w-0">
          <ModelSheet model={draft.model} change={draft.change} faults={faults} findings={findings} />
        </fieldset>
        {draft.change && (
          <DraftBar
            draft={draft}
            errors={errors}
            parts={faultyParts(draft.model, faults, findings, {
              weights: t('weights.title'),
              thresholds: t('thresholds.title'),
              floors: t('floors.title'),
              lists: t('lists.title'),
              basis: t('basis.title'),
            })}
          />
        )}
      </div>
    </>
  );
}
