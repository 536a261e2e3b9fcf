import type { FactId } from '@/lib/risk/facts';
import type { Condition, DecisionTable, RiskModel } from '@/lib/risk/model';

/** The decision graph of a model for the engine, in its own format (JDM), and under which name each table stands in it. */
export type CompiledModel = {
  graph: object;
  /** By the factor's id. */
  tables: ReadonlyMap<string, string>;
  /** Of the floors that ask about a fact, by the floor's id. */
  floors: ReadonlyMap<string, string>;
};

/** What a floor's table answers where its condition holds. */
export const HOLDS = 'holds';

/**
 * A model as one graph: every table is a node of its own between input and output, asked for each of the cases that the input has under
 * the table's name. Each row answers its id, so that no trace is needed to know which one fired.
 */
export function compileModel(model: RiskModel): CompiledModel {
  const tables = new Map(model.factors.map(({ id }, index) => [id, `t${index}`]));
  const floors = new Map<string, string>();
  const nodes = model.factors.map(({ id, table }) => tableNode(tables.get(id) ?? id, table, model));
  for (const [index, { id, when }] of model.floors.entries()) {
    if (when.kind !== 'fact') continue;
    const row = { id: HOLDS, conditions: { [when.fact]: when.condition } };
    floors.set(id, `f${index}`);
    nodes.push(tableNode(`f${index}`, { facts: [when.fact], hitPolicy: 'first', rows: [row] }, model));
  }
  return {
    graph: {
      nodes: [
        { id: 'input', name: 'input', type: 'inputNode' },
        { id: 'output', name: 'output', type: 'outputNode' },
        ...nodes,
      ],
      edges: nodes.flatMap(({ id }) => [
        { id: `to-${id}`, sourceId: 'input', targetId: id, type: 'edge' },
        { id: `from-${id}`, sourceId: id, targetId: 'output', type: 'edge' },
      ]),
    },
    tables,
    floors,
  };
}

type Asked = Pick<DecisionTable, 'facts' | 'hitPolicy'> & {
  rows: ReadonlyArray<Pick<DecisionTable['rows'][number], 'id' | 'conditions'>>;
};

function tableNode(name: string, { facts, hitPolicy, rows }: Asked, model: RiskModel) {
  return {
    id: name,
    name,
    type: 'decisionTableNode',
    content: {
      hitPolicy: hitPolicy === 'first' ? 'first' : 'collect',
      inputs: facts.map((fact) => ({ id: fact, name: fact, field: fact })),
      outputs: [{ id: 'row', name: 'row', field: 'row' }],
      rules: rows.map(({ id, conditions }) => ({
        _id: id,
        // An empty cell takes anything; one that is left out, nothing.
        ...Object.fromEntries(facts.map((fact) => [fact, unary(conditions[fact], model)])),
        row: literal(id),
      })),
      executionMode: 'loop',
      inputField: name,
      outputPath: name,
      passThrough: false,
    },
  };
}

/** A cell in the engine's unary language. */
function unary(cell: Condition | undefined, { countryLists }: RiskModel): string {
  if (cell === undefined) return '';
  switch (cell.kind) {
    case 'oneOf':
      return anyOf(cell.values);
    case 'onList':
      return anyOf(countryLists.flatMap(({ id, countries }) => (cell.lists.includes(id) ? countries : [])));
    case 'is':
      return String(cell.value);
    case 'range':
      if (cell.from === null) return `< ${cell.to}`;
      return cell.to === null ? `>= ${cell.from}` : `[${cell.from}..${cell.to})`;
  }
}

/** A condition without a value holds for nothing: there is no value like this one. */
function anyOf(values: readonly string[]): string {
  return values.length === 0 ? literal('~') : values.map(literal).join(', ');
}

const literal = (value: string) => `"${token(value)}"`;

/** A value as it is written in the engine's language and given to it: an option of somebody's form may hold any character. */
export function token(value: string): string {
  return /^\w+(?:-\w+)*$/.test(value) ? value : `~${Buffer.from(value).toString('hex')}`;
}

/** The value of a fact as the engine is given it; null for one that is not known or does not apply. */
export function engineValue(value: string | number | boolean | null): string | number | boolean | null {
  return typeof value === 'string' ? token(value) : value;
}

/** One question to a table: a value for each of its facts. */
export type Case = Partial<Record<FactId, string | number | boolean | null>>;
