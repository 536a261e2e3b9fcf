import { RISK_LEVELS, type RiskLevel } from '@/lib/kyc/contract/lists';
import type { RiskAssessmentDetail } from '@/lib/kyc/contract/profiles';
import type { Facts } from '@/lib/risk/facts';
import { type Factor, type Floor, factorsFor, type RiskModel } from '@/lib/risk/model';
import { casesOf, type FactStanding, standingOf } from './cases';
import type { Case } from './compile';
import { loadedModel } from './engine';
import { factsOf } from './facts';
import type { RiskInput } from './input';
import { Questions } from './questions';
import { type Reading, readingOf } from './reading';

export type { RiskDocument, RiskInput } from './input';

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
  /** What the model was asked with, so that another model can be asked the same. */
  facts: Facts;
};

/**
 * Assesses a customer by a model; the same input always gives the same result. What is not known gets a middling score, is
 * named so in its factor's explanation, and makes the result provisional. Contract section 4.
 */
export async function assess(input: RiskInput, model: RiskModel): Promise<RiskResult> {
  return assessFacts(factsOf(input), model);
}

/** Assesses a customer by facts that are kept. */
export async function assessFacts(facts: Facts, model: RiskModel): Promise<RiskResult> {
  const [result] = await assessMany([facts], model);
  if (result === undefined) throw new Error('an assessment without a result');
  return result;
}

/** Assesses many customers with one call of the engine, each as `assessFacts` does: what is asked alike is asked once. */
export async function assessMany(all: readonly Facts[], model: RiskModel): Promise<RiskResult[]> {
  const loaded = loadedModel(model);
  const questions = new Questions();
  const prepared = all.map((facts) => prepare(facts, model, loaded, questions));
  const answers = await questions.ask(loaded);
  return prepared.map((one) => conclude(one, model, answers));
}

type Asked = { factor: Factor; percent: number; standings: FactStanding[]; cases: Case[]; places: number[] };
type Prepared = { facts: Facts; asked: Asked[]; floors: Map<string, { table: string; places: number[] }> };

function prepare(
  facts: Facts,
  model: RiskModel,
  { tables, floors }: ReturnType<typeof loadedModel>,
  questions: Questions,
): Prepared {
  const asked = factorsFor(model, facts.userType).map(({ factor, percent }): Asked => {
    const standings = factor.table.facts.map((id) => standingOf(id, facts));
    const cases = casesOf(factor.table, standings);
    const table = tables.get(factor.id) ?? '';
    return { factor, percent, standings, cases, places: cases.map((one) => questions.add(table, one)) };
  });
  const onFacts = model.floors.flatMap(
    ({ id, when }): Array<[string, { table: string; places: number[] }]> => {
      const table = floors.get(id);
      if (when.kind !== 'fact' || table === undefined) return [];
      const cases = casesOf({ facts: [when.fact] }, [standingOf(when.fact, facts)]);
      return [[id, { table, places: cases.map((one) => questions.add(table, one)) }]];
    },
  );
  return { facts, asked, floors: new Map(onFacts) };
}

type Measured = { factor: Factor; percent: number; reading: Reading; standings: readonly FactStanding[] };
type Answers = Awaited<ReturnType<Questions['ask']>>;

function conclude({ facts, asked, floors }: Prepared, model: RiskModel, answers: Answers): RiskResult {
  const hitsOf = (table: string, places: readonly number[]) => places.map((place) => answers(table, place));
  const tables = loadedModel(model).tables;
  const measured = asked.map(({ factor, percent, standings, cases, places }): Measured => {
    const hits = hitsOf(tables.get(factor.id) ?? '', places);
    return { factor, percent, standings, reading: readingOf(factor, standings, cases, hits, model) };
  });
  // Scores and percents are whole numbers, so the sum of their products is exact, and so is its hundredth as displayed.
  const score = measured.reduce((sum, { percent, reading }) => sum + percent * reading.score, 0) / 100;
  const fired = model.floors.filter((floor) => {
    const onFact = floors.get(floor.id);
    return onFact
      ? hitsOf(onFact.table, onFact.places).some((rows) => rows.length > 0)
      : applies(floor, measured);
  });
  return {
    modelId: model.id,
    modelVersion: model.version,
    score,
    calculatedRiskLevelId: highest([levelOf(score, model), ...fired.map(({ level }) => level)]),
    isProvisional: measured.some(({ reading }) => !reading.isKnown),
    detail: detailOf(measured, fired, model),
    facts,
  };
}

function detailOf(
  measured: readonly Measured[],
  fired: readonly Floor[],
  { thresholds }: RiskModel,
): RiskAssessmentDetail {
  return {
    factors: measured.map(({ factor, percent, reading, standings }) => ({
      id: factor.id,
      name: factor.name,
      category: factor.category,
      value: reading.value,
      score: reading.score,
      weight: percent / 100,
      contribution: (percent * reading.score) / 100,
      explanation: reading.explanation,
      rule: reading.rule && { id: reading.rule.id, explanation: reading.rule.explanation },
      sources: sourcesOf(standings),
      known: reading.isKnown,
    })),
    thresholds: thresholds.map((threshold) => ({ ...threshold })),
    rulesFired: fired.map(({ id, level, explanation }) => ({ id, effect: `At least ${level}`, explanation })),
  };
}

function sourcesOf(standings: readonly FactStanding[]): Array<{ fieldId: string; label: string }> {
  const all = standings.flatMap(({ known }) => known?.sources ?? []);
  return [...new Map(all.map(({ fieldId, label }) => [fieldId, { fieldId, label }])).values()];
}

function levelOf(score: number, { thresholds }: RiskModel): RiskLevel {
  return highest(thresholds.flatMap(({ riskLevelId, from }) => (score >= from ? [riskLevelId] : [])));
}

function highest(levels: readonly RiskLevel[]): RiskLevel {
  return RISK_LEVELS.findLast((level) => levels.includes(level)) ?? 'Low';
}

/** Whether a floor that looks at factors lifts the level: by their rows, not by what is not known. */
function applies({ when }: Floor, measured: readonly Measured[]): boolean {
  const scoring = (atLeast: number) =>
    measured.filter(({ reading }) => (reading.rule?.score ?? -1) >= atLeast);
  switch (when.kind) {
    case 'row':
      return measured.some(
        ({ factor, reading }) =>
          factor.id === when.factor &&
          when.rows.some((id) => reading.rowsHit.has(id) || reading.rule?.id === id),
      );
    case 'factor':
      return scoring(when.atLeast).some(({ factor }) => factor.id === when.factor);
    case 'several':
      return scoring(when.atLeast).length >= when.count;
    case 'fact':
      return false;
  }
}
