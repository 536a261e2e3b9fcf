import type { TypedAnswer } from '../kyc/contract/answers';
import type { FormField } from '../kyc/contract/forms';
import type { RiskLevel } from '../kyc/contract/lists';
import type { RiskAssessmentDetail } from '../kyc/contract/profiles';
import type { FactId, FactSource } from './facts';

/** An outcome of the model that nothing keeps. */
export type PaperResult = {
  score: number;
  calculatedRiskLevelId: RiskLevel;
  isProvisional: boolean;
  detail: RiskAssessmentDetail;
};

/** One change of one fact that would move the level. */
export type Lever = {
  fact: FactId;
  label: string;
  /** The value as it is and as it would be, in words; `from` is null where it is not known. */
  from: string | null;
  to: string;
  /** The answers that the fact comes from. */
  sources: readonly FactSource[];
  score: number;
  riskLevelId: RiskLevel;
};

/** What changed answers would make of a customer's risk; nothing of it is saved. */
export type WhatIf = {
  modelId: string;
  modelVersion: number;
  /** By the answers as they are, under the model that is active. */
  current: PaperResult;
  /** By the answers as changed on paper. */
  onPaper: PaperResult;
  /** What would move the level from there, the smallest move of the score first. */
  levers: readonly Lever[];
};

/** The questions whose answers the risk comes from, as the form asks them, with the answers that are there. */
export type PaperForm = { fields: FormField[]; answers: Record<string, TypedAnswer> };
