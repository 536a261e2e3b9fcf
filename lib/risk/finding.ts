import type { UserType } from '../kyc/contract/lists';
import type { FactId, FactValue } from './facts';

/** What a check found wrong with a model, in plain words. A model with an error is not released. */
export type Finding = {
  severity: 'error' | 'warning';
  kind:
    | 'overlap'
    | 'gap'
    | 'unreachable'
    | 'unnamed'
    | 'percent'
    | 'thresholds'
    | 'floor'
    | 'list'
    | 'tooLarge';
  /** The factor whose table it is about. */
  factorId?: string;
  /** The rows that it is about. */
  rowIds: readonly string[];
  floorId?: string;
  text: string;
  /** A customer that shows it. */
  example?: FindingExample;
};

/** One kind of customer with the facts that a finding is about; a fact that is left out does not apply. */
export type FindingExample = {
  userType: UserType;
  values: Readonly<Partial<Record<FactId, Exclude<FactValue, readonly string[]>>>>;
  /** The same in words: "Occupation: Student". */
  text: string;
};
