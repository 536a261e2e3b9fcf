import { type FactId, type Facts, factOf, isManyValued } from '@/lib/risk/facts';
import type { RiskModel } from '@/lib/risk/model';
import type { Lever } from '@/lib/risk/what-if';
import { assessMany, type RiskResult } from './assess';
import { type Candidate, candidatesFor, leverFacts, type Offered } from './candidates';

/** The most levers that are told, of a fact and in all. */
const MOST_OF_A_FACT = 3;
const MOST_LEVERS = 12;
/** The most assessments that looking for levers costs. */
const MOST_ASSESSMENTS = 400;

/** A lever with the facts as it makes them. */
export type FoundLever = { lever: Lever; facts: Facts };

/** Which single changes of a fact would give another level than these facts do, the smallest move of the score first. */
export async function findLevers(
  facts: Facts,
  now: Pick<RiskResult, 'score' | 'calculatedRiskLevelId'>,
  model: RiskModel,
  offered: Offered,
): Promise<FoundLever[]> {
  const ids = leverFacts(model, facts);
  const weighed = weighing(ids, facts);
  const weights = await assessMany(
    weighed.map((one) => one.facts),
    model,
  );
  const mostOf = (id: FactId) =>
    weighed
      .map((one, index) => ({ ...one, score: weights[index]?.score ?? 0 }))
      .filter(({ fact }) => fact === id)
      .reduce<{ value: string; score: number } | undefined>(
        (most, one) => (most === undefined || one.score > most.score ? one : most),
        undefined,
      )?.value;
  const tried = ids
    .flatMap((id) => candidatesFor(id, mostOf(id), { model, facts, offered }))
    .slice(0, MOST_ASSESSMENTS - weighed.length)
    .map((candidate) => ({ candidate, facts: factsWith(facts, candidate) }));
  const results = await assessMany(
    tried.map((one) => one.facts),
    model,
  );
  const moving = tried.flatMap(({ candidate, facts: changed }, index): FoundLever[] => {
    const result = results[index];
    if (result === undefined || result.calculatedRiskLevelId === now.calculatedRiskLevelId) return [];
    return [{ lever: leverOf(candidate, facts, result), facts: changed }];
  });
  const move = ({ lever }: FoundLever) => Math.abs(lever.score - now.score);
  return fewOfEach(moving.sort((a, b) => move(a) - move(b))).slice(0, MOST_LEVERS);
}

/** The facts with one value alone, for each of a fact's several values: what each of them weighs. */
function weighing(
  ids: readonly FactId[],
  facts: Facts,
): Array<{ fact: FactId; value: string; facts: Facts }> {
  return ids
    .flatMap((fact) => {
      const value = facts.known[fact]?.value;
      const values = isManyValued(fact) && Array.isArray(value) ? (value as readonly string[]) : [];
      return values.map((one) => ({ fact, value: one, facts: factsWith(facts, { fact, value: [one] }) }));
    })
    .slice(0, MOST_ASSESSMENTS / 2);
}

/** What is said of a fact anew; whether something else of it is still open stays, where it has several values. */
function factsWith(facts: Facts, { fact, value }: Pick<Candidate, 'fact' | 'value'>): Facts {
  const before = facts.known[fact];
  const isPartly = isManyValued(fact) && before?.value !== null;
  const missing = isPartly ? (before?.missing ?? []) : [];
  return {
    ...facts,
    known: { ...facts.known, [fact]: { value, missing, sources: before?.sources ?? [] } },
  };
}

function leverOf({ fact, from, to }: Candidate, { known }: Facts, result: RiskResult): Lever {
  return {
    fact,
    label: factOf(fact).label,
    from,
    to,
    sources: known[fact]?.sources ?? [],
    score: result.score,
    riskLevelId: result.calculatedRiskLevelId,
  };
}

function fewOfEach(levers: readonly FoundLever[]): FoundLever[] {
  const told = new Map<FactId, number>();
  return levers.filter(({ lever: { fact } }) => {
    const count = (told.get(fact) ?? 0) + 1;
    told.set(fact, count);
    return count <= MOST_OF_A_FACT;
  });
}
