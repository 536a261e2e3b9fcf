import { fieldFaults, type FieldFault } from '../kyc/contract/errors';
import { parseParams } from '../kyc/contract/parse';
import { type RiskModel, riskModel } from './model';
import { partWords } from './part-words';

/** The most bytes that a file with a model may have: what a server action takes with room to spare, and many times the shipped model. */
export const MODEL_FILE_LIMIT = 500_000;
export const FILE_TOO_LARGE = `must have at most ${MODEL_FILE_LIMIT / 1_000} kB`;

/** How many faults of a file are named; what is wrong so often is no model. */
const FAULTS_NAMED = 12;

/** What a file says as a model, or what is wrong with it, each fault with the part that it is in. */
export type ReadModel = { model: RiskModel; faults: [] } | { model: null; faults: FieldFault[] };

/** A model as a file that {@link readModelFile} reads, laid out for people and for tools that compare line by line. */
export function modelFile(model: RiskModel): { name: string; text: string } {
  return { name: `risk-model-${model.version}.json`, text: `${JSON.stringify(model, null, 2)}\n` };
}

/** Reads a file as a model with the given name and number, whatever it calls itself: those are the draft's own. */
export function readModelFile(text: string, own: Pick<RiskModel, 'id' | 'version'>): ReadModel {
  if (new Blob([text]).size > MODEL_FILE_LIMIT) return refused(FILE_TOO_LARGE);
  const given = parsedJson(text);
  if (given === undefined) return refused('is no JSON');
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refused('holds no risk model');
  const parsed = riskModel.safeParse({ ...given, id: own.id, version: own.version }, parseParams);
  if (parsed.success) return { model: parsed.data, faults: [] };
  const { issues } = parsed.error;
  const faults = fieldFaults(parsed.error)
    .slice(0, FAULTS_NAMED)
    .map(({ message }, index) => ({ path: partWords(issues[index]?.path ?? [], given), message }));
  const more = issues.length - faults.length;
  if (more > 0)
    faults.push({ path: 'the file', message: `has ${more} more ${more === 1 ? 'fault' : 'faults'}` });
  return { model: null, faults };
}

function refused(message: string): ReadModel {
  return { model: null, faults: [{ path: 'the file', message }] };
}

/** Undefined for what is no JSON; editors of some systems begin a file with a byte order mark. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
