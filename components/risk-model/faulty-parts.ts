import type { Finding } from '@/lib/risk/finding';
import type { RiskModel } from '@/lib/risk/model';
import type { ModelFaults } from './model-actions';

/** A part of the page of a model, by the id of its panel. */
export type FaultyPart = { id: string; name: string };

/** The parts with an error, in the order of the page; `titles` names the panels that are no factor's. */
export function faultyParts(
  model: RiskModel,
  faults: ModelFaults,
  findings: readonly Finding[],
  titles: Readonly<Record<'weights' | 'thresholds' | 'floors' | 'lists' | 'basis', string>>,
): FaultyPart[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const has = (pattern: RegExp) => [...faults.keys()].some((path) => pattern.test(path));
  const found = (kind: Finding['kind']) => errors.some((one) => one.kind === kind);
  const part = (id: keyof typeof titles, isFaulty: boolean) => (isFaulty ? [{ id, name: titles[id] }] : []);
  return [
    ...part('weights', has(/^factors\[\d+\]\.percent/) || found('percent')),
    ...part('thresholds', has(/^(thresholds|notKnownScore)/) || found('thresholds')),
    ...model.factors.flatMap(({ id, name }, index) =>
      has(new RegExp(`^factors\\[${index}\\]\\.(name|table)`)) ||
      errors.some(({ factorId }) => factorId === id)
        ? [{ id: `factor-${id}`, name }]
        : [],
    ),
    ...part(
      'floors',
      has(/^floors/) ||
        errors.some(
          ({ kind, floorId, factorId }) => !factorId && (floorId !== undefined || kind === 'floor'),
        ),
    ),
    ...part('lists', has(/^countryLists/)),
    ...part('basis', has(/^(basis|name)/)),
  ];
}
