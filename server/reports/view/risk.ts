import { known, RISK_LEVELS } from '@/lib/kyc/contract/lists';
import type { Profile } from '@/lib/kyc/contract/profiles';
import { date, line, moment } from '@/lib/kyc/profile-view/text';
import { fill, humanise, wordFor } from '@/lib/kyc/profile-view/words';
import { reviewSentence } from '@/lib/kyc/review-sentence';
import { RISK_TONE } from '@/lib/kyc/tones';
import type { ProfileReport, ReportAssessment } from '../report';
import type { ReportWords } from '../words';
import { points } from './format';
import type { AssessmentView, Fact, FactorView, Mark, RiskView } from './types';

/** A risk level as a word with its tone. */
export function levelMark(level: string, words: ReportWords): Mark {
  const one = known(RISK_LEVELS, level);
  return { word: wordFor(words.riskLevels, level), tone: one ? RISK_TONE[one] : 'neutral' };
}

type Factors = NonNullable<Profile['riskAssessmentDetail']['factors']>;

/** The current assessment, with how it came about, and when it is looked at again. */
export function riskView(
  { profile, casework, review }: Pick<ProfileReport, 'profile' | 'casework' | 'review'>,
  words: ReportWords,
): RiskView {
  const { riskAssessment: risk, riskAssessmentDetail: detail } = profile;
  const factors = detail.factors ?? [];
  const bands = (detail.thresholds ?? [])
    .map(({ riskLevelId, from, to }) => ({
      ...levelMark(riskLevelId ?? '', words),
      from: from ?? 0,
      to: to ?? 100,
    }))
    .sort((a, b) => a.from - b.from);
  const score = risk.score === undefined ? null : points(risk.score);
  return {
    level: risk.riskLevelId ? levelMark(risk.riskLevelId, words) : null,
    score,
    scoreAt: risk.score === undefined ? null : Math.min(100, Math.max(0, risk.score)),
    bands,
    scaleText: score !== null && bands.length > 0 ? scaleText(bands, score, words) : null,
    facts: facts(risk, review, words),
    notes: notes(risk, { factors, mayKnowWhy: casework.audience !== 'manager' }, words),
    factors: factorViews(factors, words),
    total:
      factors.length > 0
        ? points(factors.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0))
        : null,
    rules: (detail.rulesFired ?? []).map(({ id, effect, explanation }) => ({
      effect: humanise(line(effect ?? id ?? '')),
      explanation: line(explanation ?? ''),
    })),
  };
}

/** The history, newest first. */
export function historyViews(assessments: readonly ReportAssessment[], words: ReportWords): AssessmentView[] {
  return assessments
    .toSorted((a, b) => b.assessedAt.localeCompare(a.assessedAt))
    .map((one) => ({
      at: moment(one.assessedAt, 'without zone'),
      level: levelMark(one.riskLevelId, words),
      score: points(one.score),
      model: modelName(one.modelId, one.modelVersion, words),
      trigger: occasion(one.trigger, words),
      marks: [
        ...(one.isProvisional ? [words.risk.provisional] : []),
        ...(one.isOverridden ? [words.risk.overridden] : []),
      ],
    }));
}

/** What occasioned an assessment (`review.due`); a message's key holds no dots. */
function occasion(trigger: string, words: ReportWords): string {
  return wordFor(words.occasions, line(trigger).replaceAll('.', '_'));
}

function modelName(id: string, version: number | undefined, words: ReportWords): string {
  return version === undefined ? line(id) : fill(words.risk.modelVersion, { model: line(id), version });
}

function scaleText(bands: RiskView['bands'], score: string, words: ReportWords): string {
  const list = bands.map(({ word, from, to }) =>
    fill(words.risk.band, { level: word, from: points(from), to: points(to) }),
  );
  return fill(words.risk.scale, { bands: list.join(', '), score });
}

function facts(risk: Profile['riskAssessment'], review: ProfileReport['review'], words: ReportWords): Fact[] {
  const next = review?.dueOn ?? risk.nextReviewDate;
  const shown: [label: string, value: string | null | undefined][] = [
    [words.risk.assessedAt, risk.assessedAt && moment(risk.assessedAt)],
    [words.risk.trigger, risk.trigger && occasion(risk.trigger, words)],
    [words.risk.model, risk.modelId && modelName(risk.modelId, risk.modelVersion, words)],
    [words.risk.nextReview, next && date(next)],
  ];
  const facts = shown.map(([label, value]) => ({ label, value: value || words.unknown }));
  return review ? [...facts, { label: words.risk.reviewWhy, value: reviewSentence(review) }] : facts;
}

/** What qualifies the level: what was not known, and that a person set it, with the reason for who may know it. */
function notes(
  risk: Profile['riskAssessment'],
  { factors, mayKnowWhy }: { factors: Factors; mayKnowWhy: boolean },
  words: ReportWords,
): RiskView['notes'] {
  const shown: RiskView['notes'] = [];
  if (risk.isProvisional) {
    const unknown = factors.filter(({ known }) => known === false).map((factor) => askedBy(factor));
    shown.push({
      mark: { word: words.risk.provisional, tone: 'pending' },
      text: words.risk.provisionalNote,
      facts: unknown.length > 0 ? [{ label: words.risk.notKnown, value: unknown.join('; ') }] : [],
    });
  }
  if (risk.isOverridden || risk.override) {
    const override = risk.override ?? {};
    const level = override.riskLevelId ?? risk.riskLevelId;
    const calculated = risk.calculatedRiskLevelId;
    const known = level && calculated;
    shown.push({
      mark: { word: words.risk.overridden, tone: 'info' },
      text: known
        ? fill(words.risk.overriddenNote, {
            calculated: wordFor(words.riskLevels, calculated),
            level: wordFor(words.riskLevels, level),
          })
        : '',
      facts: mayKnowWhy ? overrideFacts(override, words) : lastDay(override, words),
    });
  }
  return shown;
}

type Override = NonNullable<Profile['riskAssessment']['override']>;

function overrideFacts(override: Override, words: ReportWords): Fact[] {
  return [
    { label: words.risk.requestedBy, value: line(override.requestedBy ?? '') || words.unknown },
    { label: words.risk.approvedBy, value: line(override.approvedBy ?? '') || words.risk.notApproved },
    { label: words.risk.at, value: override.at ? moment(override.at) : words.unknown },
    ...lastDay(override, words),
    { label: words.risk.reason, value: line(override.reason ?? '') || words.unknown },
  ];
}

function lastDay({ validUntil }: Override, words: ReportWords): Fact[] {
  return typeof validUntil === 'string' ? [{ label: words.risk.validUntil, value: date(validUntil) }] : [];
}

/** A factor with the questions that it asks: "Source of funds (Where does the money come from?)". */
function askedBy({ id, name, sources = [] }: Factors[number]): string {
  const label = line(name ?? humanise(id ?? ''));
  const questions = sources.map((one) => line(one.label)).filter((one) => one !== '' && one !== label);
  return questions.length > 0 ? `${label} (${questions.join(', ')})` : label;
}

/** The largest contribution first; the longest bar has the length 1. */
function factorViews(factors: Factors, words: ReportWords): FactorView[] {
  const longest = Math.max(
    ...factors.map(({ contribution }) => Math.abs(contribution ?? 0)),
    Number.MIN_VALUE,
  );
  return factors
    .toSorted((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0))
    .map((factor) => {
      const { name, id, category, value, explanation, score, weight, contribution = 0 } = factor;
      return {
        name: line(name ?? humanise(id ?? '')),
        category: category ? humanise(line(category)) : null,
        value: line(value ?? '') || null,
        explanation: line(explanation ?? '') || null,
        origin: origin(factor, words),
        unknown: factor.known === false ? { word: words.risk.unknown, tone: 'pending' } : null,
        calculation:
          score === undefined || weight === undefined
            ? null
            : `${points(score)} × ${Number(weight.toFixed(4))}`,
        points: points(contribution),
        share: Math.abs(contribution) / longest,
        lowers: contribution < 0,
      };
    });
}

function origin({ rule, sources = [] }: Factors[number], words: ReportWords): string | null {
  const questions = sources.map(({ label }) => line(label)).filter((one) => one !== '');
  const parts = [
    rule && fill(words.risk.rule, { id: line(rule.id) }),
    questions.length > 0 && fill(words.risk.answerTo, { questions: questions.join(', ') }),
  ].filter((one) => typeof one === 'string');
  return parts.length > 0 ? parts.join(' · ') : null;
}
