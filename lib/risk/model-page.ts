import type { RiskModel } from './model';
import type { ModelTrial, ModelVersion, ModelVersionLine, Reassessment } from './model-office';

/** What the page of the risk model shows of its versions. */
export type ModelBook = { versions: ModelVersionLine[]; reassessment: Reassessment | null };

/** What the page of one version shows. `inForce` is what it is compared with; null of the version in force itself. */
export type ModelPage = { version: ModelVersion; inForce: RiskModel | null; trial: ModelTrial | null };
