import type { RiskModelOffice } from '@/lib/risk/model-office';
import type { EngineParts } from '../parts';
import { changeDraft, startDraft } from './draft';
import { exportFile, importFile } from './file';
import { readReassessment } from './reassess';
import { decline, propose, release, withdraw } from './release';
import { listTrialMoves, readTrial, tryOut } from './trial';
import { listVersions, readVersion } from './versions';

export { reassess } from './reassess';
export { tryModel } from './trial';

/** The life of the tenant's risk model on our own database. */
export function embeddedRiskModels(parts: EngineParts): RiskModelOffice {
  return {
    versions: listVersions(parts),
    version: readVersion(parts),
    startDraft: startDraft(parts),
    changeDraft: changeDraft(parts),
    exportFile: exportFile(parts),
    importFile: importFile(parts),
    propose: propose(parts),
    withdraw: withdraw(parts),
    decline: decline(parts),
    release: release(parts),
    tryOut: tryOut(parts),
    trial: readTrial(parts),
    trialMoves: listTrialMoves(parts),
    reassessment: readReassessment(parts),
  };
}
