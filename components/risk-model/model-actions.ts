import type { Action } from '@/lib/action-result';
import type { RiskModel } from '@/lib/risk/model';
import type { ModelTrial, SeenVersion } from '@/lib/risk/model-office';

/** The server actions that the page of a version calls. */
export type ModelActions = {
  saveModelDraft: Action<SeenVersion & { definition: unknown }, { revision: number }>;
  importModelFile: Action<SeenVersion & { file: string }, { revision: number }>;
  proposeModel: Action<SeenVersion & { note: string }, void>;
  withdrawModel: Action<SeenVersion, void>;
  declineModel: Action<SeenVersion & { note: string }, void>;
  releaseModel: Action<SeenVersion, void>;
  tryModelOut: Action<SeenVersion, ModelTrial>;
};

/** Changes the model at hand: what it is given is a copy to write on. Undefined where the model is only read. */
export type ChangeModel = ((write: (model: RiskModel) => void) => void) | undefined;

/** What is wrong with a place of the model, by its path (`factors[2].table.rows[0].score`). */
export type ModelFaults = ReadonlyMap<string, string>;
