import { KycError } from '@/lib/kyc/contract/errors';
import type { KycOffice } from '@/lib/kyc/office';
import { assessmentsOf } from '../../db/queries/assessments';
import { latestMailOf } from '../../db/queries/mails';
import { profileRowAt } from '../../db/queries/profile-versions';
import { riskAssessment, riskAssessmentDetail } from './assessment';
import { check, withdraw } from './decisions/check';
import { decide } from './decisions/decide';
import type { EngineParts } from './parts';
import { profileOf } from './profile';
import { paperForm, whatIf } from './what-if';

/** What the engine offers beyond the contract. */
export function embeddedOffice(parts: EngineParts): KycOffice {
  const { db } = parts;
  return {
    decide: decide(parts),
    check: check(parts),
    withdraw: withdraw(parts),
    whatIf: whatIf(parts),
    paperForm: paperForm(parts),
    async assessments({ tenantId }, submissionId) {
      const rows = await assessmentsOf(db, tenantId, submissionId);
      if (rows.length === 0) throw new KycError(404);
      return rows.map((row) => ({
        assessment: riskAssessment(row, row.override),
        detail: riskAssessmentDetail(row),
      }));
    },
    async profileAt({ tenantId }, submissionId, version) {
      const row = await profileRowAt(db, { tenantId, submissionId, version });
      if (row === undefined) throw new KycError(404);
      return profileOf(row);
    },
    async welcomeMail({ tenantId }, submissionId) {
      const mail = await latestMailOf(db, tenantId, submissionId, 'welcome');
      return (
        mail && {
          mailId: mail.id,
          state: mail.state,
          attempts: mail.attempts,
          queuedAt: mail.createdAt.toISOString(),
          sentAt: mail.sentAt?.toISOString() ?? null,
        }
      );
    },
  };
}
