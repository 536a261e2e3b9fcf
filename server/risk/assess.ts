import { shownPages } from '@/lib/kyc/conditions';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import type { FormPage } from '@/lib/kyc/contract/forms';
import { type DocumentType, RISK_LEVELS, type RiskLevel, type UserType } from '@/lib/kyc/contract/lists';
import type { RiskAssessmentDetail } from '@/lib/kyc/contract/profiles';
import { answersByName } from './answers';
import { BASELINE_1 } from './baseline';
import { type Reading, readFactor } from './measure';
import type { Factor, Floor, RiskModel } from './model';

/** All that an assessment looks at. */
export type RiskInput = {
  userType: UserType;
  /** The form at the version that the submission is on. */
  pages: readonly FormPage[];
  /** The current answers; one to a field that is not shown with them counts as not given. */
  answers: readonly { fieldId: string; value: AnswerValue }[];
  /** The types of the documents at hand; deleted ones are not. */
  documentTypeIds: readonly DocumentType[];
};

/** The outcome of an assessment. */
export type RiskResult = {
  modelId: string;
  modelVersion: number;
  /** 0 to 100 with at most two decimals; exactly the sum of the factors' contributions. */
  score: number;
  /** By the thresholds, lifted by the rules that fired. */
  calculatedRiskLevelId: RiskLevel;
  /** True while something that the model asks for is not known. */
  isProvisional: boolean;
  detail: RiskAssessmentDetail;
};

type Measured = { factor: Factor; percent: number; reading: Reading };

/**
 * Assesses a customer by a model; the same input always gives the same result. What is not known gets a middling score, is
 * named so in its factor's explanation, and makes the result provisional. Contract section 4.
 */
export function assess(input: RiskInput, model: RiskModel = BASELINE_1): RiskResult {
  const values = new Map(input.answers.map(({ fieldId, value }) => [fieldId, value]));
  const subject = {
    userType: input.userType,
    answers: answersByName(shownPages(input.pages, values), input.answers),
    documentTypeIds: new Set(input.documentTypeIds),
  };
  const measured = model.factors.flatMap((factor): Measured[] => {
    const percent = factor.percent[input.userType];
    return percent === undefined ? [] : [{ factor, percent, reading: readFactor(factor, subject, model) }];
  });
  // Scores and percents are whole numbers, so the sum of their products is exact, and so is its hundredth as displayed.
  const score = measured.reduce((sum, { percent, reading }) => sum + percent * reading.score, 0) / 100;
  const fired = model.floors.filter((floor) => applies(floor, measured));
  return {
    modelId: model.id,
    modelVersion: model.version,
    score,
    calculatedRiskLevelId: highest([levelOf(score, model), ...fired.map(({ level }) => level)]),
    isProvisional: measured.some(({ reading }) => !reading.isKnown),
    detail: {
      factors: measured.map(({ factor, percent, reading }) => ({
        id: factor.id,
        name: factor.name,
        category: factor.category,
        value: reading.value,
        score: reading.score,
        weight: percent / 100,
        contribution: (percent * reading.score) / 100,
        explanation: reading.explanation,
      })),
      thresholds: model.thresholds.map((threshold) => ({ ...threshold })),
      rulesFired: fired.map(({ id, level, explanation }) => ({
        id,
        effect: `At least ${level}`,
        explanation,
      })),
    },
  };
}

/** The day on which the next review is due, `YYYY-MM-DD` in UTC: the same day of a later month, or that month's last. */
export function nextReviewDate(level: RiskLevel, assessedAt: Date, model: RiskModel = BASELINE_1): string {
  const month = assessedAt.getUTCMonth() + model.reviewMonths[level];
  const lastDay = new Date(Date.UTC(assessedAt.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(assessedAt.getUTCDate(), lastDay);
  return new Date(Date.UTC(assessedAt.getUTCFullYear(), month, day)).toISOString().slice(0, 10);
}

function levelOf(score: number, { thresholds }: RiskModel): RiskLevel {
  return highest(thresholds.flatMap(({ riskLevelId, from }) => (score >= from ? [riskLevelId] : [])));
}

function highest(levels: readonly RiskLevel[]): RiskLevel {
  return RISK_LEVELS.findLast((level) => levels.includes(level)) ?? 'Low';
}

function applies({ when }: Floor, measured: readonly Measured[]): boolean {
  const reaching = measured.filter(({ reading }) => reading.value !== null && reading.score >= when.atLeast);
  return when.kind === 'several'
    ? reaching.length >= when.count
    : reaching.some(({ factor }) => factor.id === when.factor);
}
