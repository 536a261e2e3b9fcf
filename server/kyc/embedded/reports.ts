import { createHash } from 'node:crypto';
import type { Actor, KycApi } from '@/lib/kyc/api';
import type { UserType } from '@/lib/kyc/contract/lists';
import { assessmentsOf } from '../../db/queries/assessments';
import { reviewOf } from '../../db/queries/review-list';
import { reportFileName } from '../../reports/file-name';
import { renderProfileReport } from '../../reports/profile-report';
import { riskAssessment } from './assessment';
import type { EngineParts } from './parts';
import { profileOf } from './profile';
import { findRow } from './profiles';
import { reportCase } from './report-case';
import { reportParts } from './report-parts';

/**
 * `DownloadIndividualProfilePagePdf` and `DownloadLegalProfilePagePdf`. The report says when and by whom it was made, so no two
 * are the same, and the entity tag is the hash of the very bytes. Contract section 4.
 */
export function downloadReport(
  parts: EngineParts,
  userType: UserType,
): KycApi['downloadIndividualProfilePdf'] & KycApi['downloadLegalProfilePdf'] {
  return async (call, { submissionId }) => {
    const profile = profileOf(await findRow(parts, call, submissionId, userType));
    const assessments = await assessmentsOf(parts.db, call.tenantId, submissionId);
    const casework = await reportCase(parts.db, call, submissionId);
    const isStaff = casework.audience !== 'system';
    const generatedAt = parts.clock();
    const report = renderProfileReport({
      profile,
      ...(await reportParts(parts.db, call.tenantId, submissionId, profile)),
      casework,
      review: isStaff ? ((await reviewOf(parts.db, call.tenantId, submissionId)) ?? null) : null,
      assessments: assessments.map((row) => riskAssessment(row, row.override)),
      generatedAt,
      generatedBy: nameOf(call.actor),
      language: 'en',
    });
    const bytes = new Uint8Array(report);
    return {
      bytes,
      contentType: 'application/pdf',
      fileName: reportFileName({ profile, generatedAt }),
      etag: createHash('sha256').update(bytes).digest('hex'),
    };
  };
}

function nameOf(actor: Actor): string {
  return actor.kind === 'staff' ? actor.name : actor.id;
}
