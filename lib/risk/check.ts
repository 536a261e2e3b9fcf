import { checkFloors, checkLists } from './check/floors';
import { checkTables } from './check/tables';
import { checkPercents, checkThresholds } from './check/weights';
import type { Finding } from './finding';
import type { RiskModel } from './model';

/**
 * What is wrong with a model: sums of weights, order of thresholds, names of what is not there, and rows of tables that overlap,
 * never count or leave somebody without an answer. Exact, and quick enough to run while one types.
 */
export function checkModel(model: RiskModel): Finding[] {
  return [
    ...checkPercents(model),
    ...checkThresholds(model),
    ...checkTables(model),
    ...checkFloors(model),
    ...checkLists(model),
  ];
}
