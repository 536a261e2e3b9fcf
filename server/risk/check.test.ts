import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type UserType, USER_TYPES } from '@/lib/kyc/contract/lists';
import { checkModel } from '@/lib/risk/check';
import { columnsFor, exampleOf } from '@/lib/risk/check/cells';
import { walk } from '@/lib/risk/check/walk';
import { type FactId, type Facts, isManyValued } from '@/lib/risk/facts';
import type { FindingExample } from '@/lib/risk/finding';
import { type Condition, type DecisionTable, HIT_POLICIES, type RiskModel } from '@/lib/risk/model';
import { assessFacts, assessMany } from './assess';
import { shippedModel } from './shipped';

const shipped = shippedModel();

/** A model of one factor. */
function modelOf(
  table: DecisionTable,
  percent: RiskModel['factors'][number]['percent'] = { LegalCustomer: 100 },
) {
  const factor = { id: 'only', name: 'Only', category: 'Customer', percent, table } as const;
  return { ...shipped, factors: [factor], floors: [] };
}

/** The facts of a customer of whom an example tells all that is known. */
function factsOf({ userType, values }: FindingExample): Facts {
  const known = Object.entries(values).map(([id, value]) => [
    id,
    { value: isManyValued(id as FactId) ? [String(value)] : value, missing: [], sources: [] },
  ]);
  return { userType, known: Object.fromEntries(known) };
}

async function firing(example: FindingExample, model: RiskModel, factorId = 'only') {
  const { detail } = await assessFacts(factsOf(example), model);
  return detail.factors?.find(({ id }) => id === factorId);
}

const found = (table: DecisionTable) => checkModel(modelOf(table)).filter(({ kind }) => kind !== 'percent');
const kindsFound = (table: DecisionTable) => found(table).map(({ kind }) => kind);

const row = (id: string, score: number, conditions: Partial<Record<FactId, Condition>>) => ({
  id,
  score,
  conditions,
  explanation: 'Because.',
});
const oneOf = (...values: string[]): Condition => ({ kind: 'oneOf', values });
const range = (from: number | null, to: number | null): Condition => ({ kind: 'range', from, to });

function anySubset(values: readonly string[]): fc.Arbitrary<Condition> {
  return fc.subarray([...values], { minLength: 1 }).map((some) => ({ kind: 'oneOf', values: some }));
}
const bounds = fc
  .tuple(fc.constantFrom(null, 0, 1, 25.5, 50), fc.constantFrom(null, 50.25, 75, 100, 200))
  .filter(([from, to]) => from !== null || to !== null)
  .map(([from, to]) => range(from, to));
const conditionOn: Partial<Record<FactId, fc.Arbitrary<Condition>>> = {
  ownershipStructure: anySubset(['listed', 'direct', 'trust', 'nominee']),
  namedShare: bounds,
  ownershipLayers: bounds,
  hasTaxNumber: fc.boolean().map((value) => ({ kind: 'is', value })),
  countries: fc.oneof(
    anySubset(['LB', 'IR', 'FR']),
    fc
      .subarray(['fatf-call-for-action', 'fatf-increased-monitoring'], { minLength: 1 })
      .map((lists): Condition => ({ kind: 'onList', lists })),
  ),
  product: anySubset(['savings', 'trade', 'beekeeping (own form)']),
  occupation: anySubset(['student', 'retired']),
};
const anyTable: fc.Arbitrary<DecisionTable> = fc
  .subarray(Object.keys(conditionOn) as FactId[], { minLength: 1, maxLength: 3 })
  .filter((facts) => facts.filter(isManyValued).length <= 1)
  .chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      hitPolicy: fc.constantFrom(...HIT_POLICIES),
      rows: fc
        .array(
          fc
            .record(Object.fromEntries(facts.map((id) => [id, conditionOn[id] ?? bounds])), {
              requiredKeys: [],
            })
            .filter((cells) => Object.keys(cells).length > 0),
          { minLength: 1, maxLength: 6 },
        )
        .chain((all) =>
          fc.tuple(
            ...all.map((cells, index) =>
              fc.integer({ min: 0, max: 100 }).map((score) => row(`r${index}`, score, cells)),
            ),
          ),
        ),
      otherwise: fc.constantFrom(null, { id: 'otherwise', score: 5, explanation: 'Otherwise.' }),
    }),
  );

/** Every cell of a table with the rows that the check says match. */
function cellsIn(table: DecisionTable, userType: UserType) {
  const columns = columnsFor(table, userType, shipped.countryLists);
  const cells: Array<{ example: FindingExample; rows: string[] }> = [];
  walk(table, columns, shipped.countryLists, (at, matched) => {
    const rows = matched.flatMap((index) => table.rows[index]?.id ?? []);
    cells.push({ example: exampleOf(userType, columns, at), rows });
  });
  return cells;
}

describe('the check and the engine', () => {
  test('agree on the row that counts, for every combination of any small table', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const model = modelOf(table);
        const cells = cellsIn(table, 'LegalCustomer').slice(0, 300);
        const results = await assessMany(
          cells.map(({ example }) => factsOf(example)),
          model,
        );
        for (const [index, { rows }] of cells.entries()) {
          const scores = rows.map((id) => table.rows.find((one) => one.id === id)?.score ?? -1);
          const counts = table.hitPolicy === 'first' ? rows[0] : rows[scores.indexOf(Math.max(...scores))];
          const rule = results[index]?.detail.factors?.[0]?.rule;
          expect(rule?.id ?? null).toBe(counts ?? table.otherwise?.id ?? null);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('agree on a gap: a customer shown for one gets no row, and is not known', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        for (const { kind, example } of found({ ...table, otherwise: null })) {
          if (kind !== 'gap' || !example) continue;
          expect(await firing(example, modelOf({ ...table, otherwise: null }))).toMatchObject({
            rule: null,
            known: false,
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('agree that a row called unreachable under `first` fires for no combination', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (given) => {
        const table = { ...given, hitPolicy: 'first' as const };
        const never = new Set(
          found(table).flatMap(({ kind, severity, rowIds }) =>
            kind === 'unreachable' && severity === 'error' ? rowIds : [],
          ),
        );
        const cells = cellsIn(table, 'LegalCustomer').slice(0, 300);
        const results = await assessMany(
          cells.map(({ example }) => factsOf(example)),
          modelOf(table),
        );
        for (const { detail } of results) expect(never).not.toContain(detail.factors?.[0]?.rule?.id);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a fault that is planted', () => {
  test('a row that repeats one above it, or a part of it, never counts', () => {
    fc.assert(
      fc.property(anyTable, fc.nat(), (given, place) => {
        const copied = given.rows[place % given.rows.length];
        if (!copied) return;
        const table = {
          ...given,
          hitPolicy: 'first' as const,
          rows: [...given.rows, { ...copied, id: 'copy' }],
        };
        expect(found(table)).toContainEqual(
          expect.objectContaining({ kind: 'unreachable', severity: 'error', rowIds: ['copy'] }),
        );
      }),
    );
  });

  test('an interval that is left out is a gap, with a number in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 99 }), (from, to) => {
        const rows = [
          row('low', 1, { namedShare: range(null, from) }),
          row('high', 2, { namedShare: range(to, null) }),
        ];
        const [gap, ...more] = found({ facts: ['namedShare'], hitPolicy: 'first', rows, otherwise: null });
        expect(more).toEqual([]);
        expect(gap).toMatchObject({
          kind: 'gap',
          severity: 'error',
          example: { values: { namedShare: from } },
        });
      }),
    );
  });

  test('two intervals that cross overlap under `first`, and not under `highest`', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 99 }), (from, to) => {
        const rows = [
          row('low', 1, { namedShare: range(null, to) }),
          row('high', 2, { namedShare: range(from, null) }),
        ];
        const table = { facts: ['namedShare' as const], rows, otherwise: null };
        expect(found({ ...table, hitPolicy: 'highest' })).toEqual([]);
        expect(found({ ...table, hitPolicy: 'first' })).toMatchObject([
          {
            kind: 'overlap',
            severity: 'warning',
            rowIds: ['low', 'high'],
            example: { values: { namedShare: from } },
          },
        ]);
      }),
    );
  });

  test.each<[string, Partial<Record<FactId, Condition>>]>([
    ['an option that the product does not know', { channel: oneOf('carrier-pigeon') }],
    ['a number that the fact never has', { namedShare: range(150, null) }],
    ['no whole number', { ownershipLayers: range(1.25, 1.75) }],
    ['a fact of another kind of customer', { occupation: oneOf('student') }],
  ])('a row that asks for %s never counts', (_, conditions) => {
    const facts = Object.keys(conditions) as FactId[];
    const otherwise = { id: 'otherwise', score: 1, explanation: 'Otherwise.' };
    const table = { facts, hitPolicy: 'first' as const, rows: [row('never', 1, conditions)], otherwise };
    expect(found(table)).toContainEqual(
      expect.objectContaining({ kind: 'unreachable', severity: 'error', rowIds: ['never'] }),
    );
  });

  test('a list without countries is on nobody', () => {
    const cell: Condition = { kind: 'onList', lists: ['fatf-call-for-action'] };
    const otherwise = { id: 'otherwise', score: 1, explanation: 'Otherwise.' };
    const rows = [row('listed', 9, { countries: cell })];
    const model = modelOf({ facts: ['countries'], hitPolicy: 'highest', rows, otherwise });
    expect(checkModel(model).filter(({ kind }) => kind === 'unreachable')).toEqual([]);
    const empty = { ...model, countryLists: model.countryLists.map((list) => ({ ...list, countries: [] })) };
    expect(checkModel(empty).filter(({ kind }) => kind === 'unreachable')).toHaveLength(1);
  });

  test('options that only what counts otherwise takes are named', () => {
    const otherwise = { id: 'otherwise', score: 1, explanation: 'Otherwise.' };
    const rows = [row('trust', 9, { ownershipStructure: oneOf('trust') })];
    const table = { facts: ['ownershipStructure' as const], hitPolicy: 'first' as const, rows };
    const [warning] = found({ ...table, otherwise });
    expect(warning).toMatchObject({ kind: 'unnamed', severity: 'warning' });
    expect(kindsFound({ ...table, otherwise: null })).toEqual(['gap']);
  });

  test('an option of a form of one’s own may be asked for, and is pointed out', () => {
    const otherwise = { id: 'otherwise', score: 1, explanation: 'Otherwise.' };
    const rows = [row('bees', 9, { activity: oneOf('beekeeping') })];
    const [first] = found({ facts: ['activity'], hitPolicy: 'first', rows, otherwise }).filter(
      ({ kind }) => kind === 'unreachable',
    );
    expect(first).toMatchObject({ severity: 'warning', text: expect.stringContaining('beekeeping') });
  });

  test('a table beyond what is looked at says so', () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      row(`r${index}`, 1, {
        namedShare: range(index, index + 1),
        expectedVolume: range(index, index + 1),
        documentsExpired: range(index, index + 1),
      }),
    );
    const facts: FactId[] = ['namedShare', 'expectedVolume', 'documentsExpired'];
    expect(kindsFound({ facts, hitPolicy: 'first', rows, otherwise: null })).toEqual(['tooLarge']);
  });

  test('weights, thresholds and floors of a model', () => {
    const off: RiskModel = structuredClone(shipped);
    const [first] = off.factors;
    if (first) first.percent.IndividualCustomer = 1;
    const [low] = off.thresholds;
    if (low) low.to = 29;
    off.floors.push(
      {
        id: 'no-factor',
        level: 'High',
        when: { kind: 'factor', factor: 'nowhere', atLeast: 1 },
        explanation: 'x',
      },
      {
        id: 'no-row',
        level: 'High',
        when: { kind: 'row', factor: 'pep', rows: ['nowhere'] },
        explanation: 'x',
      },
      {
        id: 'no-list',
        level: 'High',
        when: { kind: 'fact', fact: 'countries', condition: { kind: 'onList', lists: ['nowhere'] } },
        explanation: 'x',
      },
    );
    expect(checkModel(off).map(({ kind, floorId }) => [kind, floorId])).toEqual([
      ['percent', undefined],
      ['thresholds', undefined],
      ['floor', 'no-factor'],
      ['floor', 'no-row'],
      ['list', 'no-list'],
    ]);
  });
});

describe('the model that the product comes with', () => {
  test('has nothing that the check finds', () => {
    expect(checkModel(shipped)).toEqual([]);
  });

  const rows = shipped.factors.flatMap(({ id, percent, table }) =>
    table.rows.map((one) => ({ factorId: id, percent, table, rowId: one.id })),
  );
  test.each(rows)(
    '$factorId: row $rowId fires for a customer',
    async ({ factorId, percent, table, rowId }) => {
      // Under `highest` a column may be silent: the fact is not asked of every customer.
      const own = table.rows.find(({ id }) => id === rowId);
      const facts =
        table.hitPolicy === 'first' ? table.facts : table.facts.filter((id) => own?.conditions[id]);
      const examples = USER_TYPES.filter((kind) => percent[kind] !== undefined).flatMap((kind) =>
        cellsIn({ ...table, facts }, kind).filter(({ rows: matched }) => matched.includes(rowId)),
      );
      const others = Object.fromEntries(
        table.facts
          .filter((id) => !facts.includes(id))
          .map((id) => [id, { value: null, missing: [], sources: [] }]),
      );
      const customers = examples.map(({ example }) => {
        const { userType, known } = factsOf(example);
        return { userType, known: { ...others, ...known } };
      });
      const results = await assessMany(customers, shipped);
      const fired = results.map(({ detail }) => detail.factors?.find(({ id }) => id === factorId));
      expect(fired.find((one) => one?.rule?.id === rowId)).toMatchObject({ known: true });
    },
  );
});
