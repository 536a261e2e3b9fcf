'use server';

import { KycError } from '@/lib/kyc/contract/errors';
import {
  changeDraftInput,
  modelFileInput,
  modelNoteInput,
  seenVersionInput,
  startDraftInput,
} from '@/lib/risk/model-input';
import type { RiskModelOffice } from '@/lib/risk/model-office';
import { kycRiskModels } from '../kyc';
import { action } from './wrap';

/** Begins a draft from a released version. */
export const startModelDraft = action({
  permission: 'risk-model:edit',
  schema: startDraftInput,
  run: async ({ input, call }) => (await office()).startDraft(call, input),
});

/** Saves a draft. */
export const saveModelDraft = action({
  permission: 'risk-model:edit',
  schema: changeDraftInput,
  run: async ({ input, call }) => (await office()).changeDraft(call, input),
});

/** Puts what a file says into a draft. */
export const importModelFile = action({
  permission: 'risk-model:edit',
  schema: modelFileInput,
  run: async ({ input, call }) => (await office()).importFile(call, input),
});

/** Proposes a draft to a second person. */
export const proposeModel = action({
  permission: 'risk-model:edit',
  schema: modelNoteInput,
  run: async ({ input, call }) => (await office()).propose(call, input),
});

/** Ends a draft or proposal. */
export const withdrawModel = action({
  permission: 'risk-model:edit',
  schema: seenVersionInput,
  run: async ({ input, call }) => (await office()).withdraw(call, input),
});

/** Sends a proposal back to be changed. */
export const declineModel = action({
  permission: 'risk-model:release',
  schema: modelNoteInput,
  run: async ({ input, call }) => (await office()).decline(call, input),
});

/** Puts a proposal in force. */
export const releaseModel = action({
  permission: 'risk-model:release',
  schema: seenVersionInput,
  run: async ({ input, call }) => (await office()).release(call, input),
});

/** Tries a draft or proposal on every customer. */
export const tryModelOut = action({
  permission: 'risk-model:edit',
  schema: seenVersionInput,
  run: async ({ input, call }) => (await office()).tryOut(call, input),
});

async function office(): Promise<RiskModelOffice> {
  const models = await kycRiskModels();
  if (!models) throw new KycError(404);
  return models;
}
