import { RISK_LEVELS, USER_TYPES } from '../../kyc/contract/lists';
import type { Finding } from '../finding';
import { factorsFor, type RiskModel } from '../model';
import { about, KINDS } from './about';

/** Weights that do not come to 100 for a kind of customer. */
export function checkPercents(model: RiskModel): Finding[] {
  return USER_TYPES.flatMap((kind) => {
    const sum = factorsFor(model, kind).reduce((all, { percent }) => all + percent, 0);
    return sum === 100
      ? []
      : [
          about(
            'error',
            'percent',
            `The weights for ${KINDS[kind]} come to ${sum} % and have to come to 100 %.`,
          ),
        ];
  });
}

/** Levels that do not follow each other from 0 to 100. */
export function checkThresholds({ thresholds: all }: RiskModel): Finding[] {
  const isWhole =
    all.map(({ riskLevelId }) => riskLevelId).join() === RISK_LEVELS.join() &&
    all[0]?.from === 0 &&
    all.at(-1)?.to === 100 &&
    all.every(({ from, to }, index) => from < to && (index === 0 || all[index - 1]?.to === from));
  return isWhole
    ? []
    : [
        about(
          'error',
          'thresholds',
          'The levels have to follow each other from 0 to 100, each beginning where the one before ends.',
        ),
      ];
}
