import * as z from 'zod';
import { RISK_LEVELS, USER_TYPES, type UserType } from '../kyc/contract/lists';
import { FACT_IDS, type Fact, type FactId, factOf, isManyValued } from './facts';

const ruleId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, { error: 'must be lower-case letters, digits and hyphens, at most 60' });
const words = (limit: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'must not be empty' })
    .max(limit, { error: `must have at most ${limit} characters` });
const sentence = words(500);
const score = z.int({ error: 'must be a whole number' }).min(0, { error: 'must be 0 or more' }).max(100, {
  error: 'must be 100 or less',
});
const factId = z.enum(FACT_IDS, { error: 'must be a fact of the vocabulary' });
const level = z.enum(RISK_LEVELS);
const distinct = (values: readonly string[]) => new Set(values).size === values.length;

const bound = z
  .number()
  .min(0, { error: 'must be 0 or more' })
  .max(1e12, { error: 'must be 1,000,000,000,000 or less' })
  .refine((value) => Number(value.toFixed(2)) === value, { error: 'must have two decimals at most' });

/** What a cell asks of a fact; a cell that is left out takes any value, and a fact that does not apply as well. */
export const condition = z.discriminatedUnion('kind', [
  /** Of an option or a country (ISO 3166-1 alpha-2). */
  z.object({
    kind: z.literal('oneOf'),
    values: z
      .array(z.string().min(1).max(100))
      .min(1, { error: 'must name a value' })
      .max(300)
      .refine(distinct, { error: 'must not name a value twice' }),
  }),
  /** Of a country: on one of these lists. */
  z.object({
    kind: z.literal('onList'),
    lists: z
      .array(ruleId)
      .min(1, { error: 'must name a list' })
      .max(20)
      .refine(distinct, { error: 'must not name a list twice' }),
  }),
  /** Of a number: `from` belongs to it, `to` does not; null is without an end. */
  z
    .object({ kind: z.literal('range'), from: bound.nullable(), to: bound.nullable() })
    .refine(({ from, to }) => from !== null || to !== null, { error: 'must have a beginning or an end' })
    .refine(({ from, to }) => from === null || to === null || from < to, {
      error: 'must end after it begins',
      path: ['to'],
    }),
  /** Of yes or no. */
  z.object({ kind: z.literal('is'), value: z.boolean() }),
]);
export type Condition = z.output<typeof condition>;

/** The kinds of condition that a kind of fact can be asked by. */
export const CONDITIONS_OF: Readonly<Record<Fact['kind'], ReadonlyArray<Condition['kind']>>> = {
  option: ['oneOf'],
  options: ['oneOf'],
  countries: ['onList', 'oneOf'],
  number: ['range'],
  boolean: ['is'],
};

/** A row of a table: all its conditions together. */
export const tableRow = z.object({
  id: ruleId,
  conditions: z.partialRecord(factId, condition).refine((cells) => Object.keys(cells).length > 0, {
    error: 'must have a condition; what counts in every other case is the table’s otherwise',
  }),
  score,
  explanation: sentence,
});
export type TableRow = z.output<typeof tableRow>;

/** The first row that matches counts, or of all that match the one with the highest score. */
export const HIT_POLICIES = ['first', 'highest'] as const;

/**
 * A decision table. A fact with several values is looked at value by value, and the value with the highest score counts; a table
 * has at most one such fact. `otherwise` counts where no row matches what is known.
 */
export const decisionTable = z
  .object({
    facts: z
      .array(factId)
      .min(1, { error: 'must ask about a fact' })
      .max(6, { error: 'must ask about six facts at most' })
      .refine(distinct, { error: 'must not ask about a fact twice' })
      .refine((ids) => ids.filter(isManyValued).length <= 1, {
        error: 'must not ask about two facts that have several values',
      }),
    hitPolicy: z.enum(HIT_POLICIES),
    rows: z
      .array(tableRow)
      .min(1, { error: 'must have a row' })
      .max(200, { error: 'must have 200 rows at most' }),
    otherwise: z.object({ id: ruleId, score, explanation: sentence }).nullable(),
  })
  .superRefine(({ facts, rows, otherwise }, context) => {
    const seen = new Set(otherwise ? [otherwise.id] : []);
    for (const [index, { id, conditions }] of rows.entries()) {
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: ['rows', index, 'id'],
          message: 'is the id of another row too',
        });
      seen.add(id);
      for (const [fact, { kind }] of cellsOf(conditions)) {
        const path = ['rows', index, 'conditions', fact];
        if (!facts.includes(fact))
          context.addIssue({ code: 'custom', path, message: 'is not a column of the table' });
        else if (!CONDITIONS_OF[factOf(fact).kind].includes(kind)) {
          context.addIssue({ code: 'custom', path, message: 'does not fit the fact' });
        }
      }
    }
  });
export type DecisionTable = z.output<typeof decisionTable>;

/** The conditions of a row with their facts. */
export function cellsOf(conditions: TableRow['conditions']): Array<[FactId, Condition]> {
  return FACT_IDS.flatMap((id): Array<[FactId, Condition]> => {
    const cell = conditions[id];
    return cell === undefined ? [] : [[id, cell]];
  });
}

export const FACTOR_CATEGORIES = [
  'Geography',
  'Customer',
  'Product',
  'Channel',
  'Activity',
  'Funds',
  'Ownership',
  'Conduct',
  'Documents',
] as const;

const percent = z
  .int({ error: 'must be a whole number' })
  .min(1, { error: 'must be 1 or more' })
  .max(100, { error: 'must be 100 or less' });

/** A part of the score. For a kind of customer without a percent it does not count. */
export const riskFactor = z.object({
  id: ruleId,
  name: words(80),
  category: z.enum(FACTOR_CATEGORIES),
  percent: z.partialRecord(z.enum(USER_TYPES), percent),
  table: decisionTable,
});
export type Factor = z.output<typeof riskFactor>;

export const countryList = z.object({
  id: ruleId,
  name: words(120),
  /** Ends the sentence "Lebanon is …". */
  says: words(200),
  /** Who publishes it, and the day of the publication that the codes were taken from. */
  source: words(300),
  publishedOn: z.iso.date({ error: 'must be a day, YYYY-MM-DD' }),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, { error: 'must be an ISO 3166-1 alpha-2 code' }))
    .max(300)
    .refine(distinct, { error: 'must not name a country twice' }),
});
export type CountryList = z.output<typeof countryList>;

/** A rule that lifts the level, whatever the score says. It looks at what is known only. */
export const floor = z.object({
  id: ruleId,
  level,
  when: z.discriminatedUnion('kind', [
    /** One of these rows of a factor's table matches. */
    z.object({ kind: z.literal('row'), factor: ruleId, rows: z.array(ruleId).min(1).max(200) }),
    /** A factor's rows score so much. */
    z.object({ kind: z.literal('factor'), factor: ruleId, atLeast: score }),
    /** A fact is so; of several values one is enough. */
    z.object({ kind: z.literal('fact'), fact: factId, condition }),
    /** So many factors score so much. */
    z.object({ kind: z.literal('several'), count: z.int().min(2).max(20), atLeast: score }),
  ]),
  explanation: sentence,
});
export type Floor = z.output<typeof floor>;

const threshold = z.object({
  riskLevelId: level,
  from: z.number().min(0).max(100),
  to: z.number().min(0).max(100),
});

/**
 * A risk model as data, identified by id and version, never changed once it has assessed anybody. The schema holds what every model
 * must keep to in order to be evaluated; whether it is a good one (gaps, overlaps, sums) says `checkModel`.
 */
export const riskModel = z
  .object({
    id: ruleId,
    version: z.int().min(1),
    name: words(120),
    /** Where its factors, weights, scores and thresholds come from, with dates. */
    basis: words(2_000),
    /** What is not known scores this, so that silence is neither a clean slate nor a verdict. */
    notKnownScore: score,
    countryLists: z.array(countryList).max(20),
    factors: z.array(riskFactor).min(1).max(20),
    /** Ascending; `from` belongs to the level, `to` to the next one (100 to the last). */
    thresholds: z.array(threshold).length(RISK_LEVELS.length),
    floors: z.array(floor).max(40),
  })
  .superRefine(({ countryLists, factors, floors }, context) => {
    for (const [key, list] of Object.entries({ countryLists, factors, floors })) {
      for (const [index, { id }] of list.entries()) {
        if (list.findIndex((one) => one.id === id) === index) continue;
        context.addIssue({ code: 'custom', path: [key, index, 'id'], message: 'is taken already' });
      }
    }
    for (const [index, { when }] of floors.entries()) {
      if (when.kind !== 'fact' || CONDITIONS_OF[factOf(when.fact).kind].includes(when.condition.kind))
        continue;
      context.addIssue({
        code: 'custom',
        path: ['floors', index, 'when', 'condition'],
        message: 'does not fit the fact',
      });
    }
  });
export type RiskModel = z.output<typeof riskModel>;

/** The factors that count for a kind of customer, with their percent. */
export function factorsFor(model: RiskModel, userType: UserType): Array<{ factor: Factor; percent: number }> {
  return model.factors.flatMap((factor) => {
    const share = factor.percent[userType];
    return share === undefined ? [] : [{ factor, percent: share }];
  });
}
