import 'server-only';
import { type ZenDecision, ZenEngine } from '@gorules/zen-engine';
import * as z from 'zod';
import type { RiskModel } from '@/lib/risk/model';
import { type Case, type CompiledModel, compileModel, engineValue } from './compile';

/** A model as the engine holds it. */
export type LoadedModel = Pick<CompiledModel, 'tables' | 'floors'> & {
  /** The rows that match, for each case of each table. */
  ask: (questions: ReadonlyMap<string, readonly Case[]>) => Promise<ReadonlyMap<string, readonly string[][]>>;
};

/** Gone with the model itself: a draft under an editor's hands comes and goes. */
const held = new WeakMap<RiskModel, LoadedModel>();
let engine: ZenEngine | undefined;

/** A model ready to be asked, compiled once for as long as the same object is asked for. */
export function loadedModel(model: RiskModel): LoadedModel {
  const before = held.get(model);
  if (before) return before;
  const loaded = load(model);
  held.set(model, loaded);
  return loaded;
}

function load(model: RiskModel): LoadedModel {
  engine ??= new ZenEngine();
  const { graph, tables, floors } = compileModel(model);
  const decision = engine.createDecision(graph);
  const names = [...tables.values(), ...floors.values()];
  return { tables, floors, ask: (questions) => ask(decision, names, questions) };
}

const hit = z.object({ row: z.string() });
/** With the policy `first` a row or none, with `collect` a list of rows. */
const answer = z.union([z.array(hit), hit, z.null()]);

async function ask(
  decision: ZenDecision,
  names: readonly string[],
  questions: ReadonlyMap<string, readonly Case[]>,
): Promise<ReadonlyMap<string, readonly string[][]>> {
  const input = Object.fromEntries(
    names.map((table) => [
      table,
      (questions.get(table) ?? []).map((one) =>
        Object.fromEntries(Object.entries(one).map(([fact, value]) => [fact, engineValue(value ?? null)])),
      ),
    ]),
  );
  const { result } = await decision.evaluate(input);
  const answers = z.record(z.string(), z.array(answer)).parse(result);
  return new Map(
    [...questions.keys()].map((table) => [
      table,
      (answers[table] ?? []).map((one) => {
        if (one === null) return [];
        return Array.isArray(one) ? one.map(({ row }) => row) : [one.row];
      }),
    ]),
  );
}
