'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ActionRefusal } from '@/lib/action-result';
import { modelPageQuery } from '@/lib/query/risk-model';
import type { RiskModel } from '@/lib/risk/model';
import type { ModelVersion } from '@/lib/risk/model-office';
import { pathWords } from '@/lib/risk/part-words';
import type { ChangeModel, ModelActions } from './model-actions';
import { useRefusalWords } from './refusal-words';

/** What was changed here, and the revision that it rests on. */
type Mine = { revision: number; model: RiskModel };

/** A draft as it is edited here. */
export type ModelDraft = {
  model: RiskModel;
  change: ChangeModel;
  /** Whether something is changed here that is not saved. */
  isChanged: boolean;
  /** Whether what shows was changed earlier on this device and brought back. */
  restored: boolean;
  /** Whether somebody else has saved since. */
  isBehind: boolean;
  isSaving: boolean;
  /** Why the last save was refused, and whether that was because the session is over. */
  refusal: readonly string[];
  isSignedOut: boolean;
  /** Saves; false where it was refused. */
  save: () => Promise<boolean>;
  /** Forgets what was changed here, for what is saved. */
  discard: () => void;
  /** Puts what was changed here over what somebody else has saved. */
  keepMine: () => void;
};

/**
 * Edits a draft: changes are kept on this device until they are saved, so that they outlive an error, a reload and a lost session. A
 * version that is no draft is only read.
 */
export function useModelDraft(
  version: ModelVersion,
  mayEdit: boolean,
  userId: string,
  saveModelDraft: ModelActions['saveModelDraft'],
): ModelDraft {
  const cache = useQueryClient();
  const wordsOf = useRefusalWords();
  const key = `draft:risk-model:${userId}:${version.version}`;
  const isDraft = version.state === 'draft' && mayEdit;
  const [mine, setMine] = useState<Mine | null>(null);
  const [restored, setRestored] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<readonly string[]>([]);
  const [isSignedOut, setSignedOut] = useState(false);

  useEffect(() => {
    if (!isDraft) return;
    queueMicrotask(() => {
      const kept = readKept(key);
      if (!kept) return;
      setMine(kept);
      setRestored(true);
    });
  }, [key, isDraft]);

  function put(next: Mine | null) {
    setMine(next);
    setRefusal([]);
    setSignedOut(false);
    keep(key, next);
    if (next === null) setRestored(false);
  }

  const model = mine?.model ?? version.definition;
  return {
    model,
    change: isDraft
      ? (write) => {
          const next = structuredClone(model);
          write(next);
          put({ revision: mine?.revision ?? version.revision, model: next });
        }
      : undefined,
    isChanged: mine !== null,
    restored,
    isBehind: mine !== null && mine.revision !== version.revision,
    isSaving,
    refusal,
    isSignedOut,
    async save() {
      if (mine === null) return true;
      setSaving(true);
      const { revision, model: definition } = mine;
      const result = await saveModelDraft({ version: version.version, revision, definition }).catch(
        () => null,
      );
      // Where nothing answers, nothing can be read anew either.
      if (result) await cache.invalidateQueries({ queryKey: modelPageQuery(version.version).queryKey });
      setSaving(false);
      setSignedOut(result?.ok === false && result.code === 401);
      if (result?.ok) put(null);
      else if (result && result.fields.length > 0) setRefusal(cellsOf(result, definition));
      else setRefusal(wordsOf(result));
      return result?.ok === true;
    },
    discard: () => put(null),
    keepMine: () => mine && put({ ...mine, revision: version.revision }),
  };
}

/** Each bad cell, called as a person looks for it. */
function cellsOf({ fields }: ActionRefusal, definition: RiskModel): string[] {
  return fields.map(({ path, message }) => `${pathWords(path, definition)}: ${message}`);
}

function readKept(key: string): Mine | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Mine | null;
    // What a person is in the middle of may break a rule; what is no model at all cannot be shown.
    const isModel =
      kept !== null && Array.isArray(kept.model.factors) && Array.isArray(kept.model.thresholds);
    return isModel ? kept : null;
  } catch {
    return null;
  }
}

function keep(key: string, mine: Mine | null) {
  try {
    if (mine === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(mine));
  } catch {
    // Storage is full or forbidden: the draft can still be saved, it only does not outlive a reload.
  }
}
