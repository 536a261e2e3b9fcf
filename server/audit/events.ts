import type { Role } from '@/lib/auth/permissions';
import type { ClockJob, JobName } from '@/lib/jobs';
import type { KycErrorCode } from '@/lib/kyc/contract/errors';
import type { KycState, RiskLevel, UserType } from '@/lib/kyc/contract/lists';
import type { DecisionKind, NoteAudience, OverrideEnd, ReasonPurpose } from '@/lib/kyc/decisions';
import type { RequestReason } from '@/lib/kyc/requests';
import type { ReviewCause } from '@/lib/kyc/reviews';
import type { MailKind } from '@/server/db/schema/mail';

/**
 * Everything that is put on record: a closed union, one member for each kind of event, with what is kept of it. `data`
 * holds ids, codes and names of fields; never an answer, a name, an address or a secret.
 */
export type AuditEvent =
  | {
      type: 'customer.created';
      submissionId: string;
      data: { userType: UserType; employeeId: string; formId: string; sendEmail: boolean };
    }
  | {
      type: 'customer.creation_tried';
      submissionId: null;
      data: { attemptId: string; userType: UserType; employeeId: string; formId: string };
    }
  | {
      type: 'customer.creation_settled';
      submissionId: string | null;
      data: { attemptId: string; outcome: 'succeeded' | 'refused' | 'unknown'; code: KycErrorCode | null };
    }
  | { type: 'submission.state_changed'; submissionId: string; data: { from: KycState; to: KycState } }
  | { type: 'answers.saved'; submissionId: string; data: { fieldIds: string[] } }
  | {
      type: 'document.recorded';
      submissionId: string;
      data: { documentId: string; documentTypeId: string; sha256: string };
    }
  | { type: 'submission.submitted'; submissionId: string; data: { version: number } }
  | {
      type: 'document.deleted';
      submissionId: string;
      data: { documentId: string; documentTypeId: string; sha256: string };
    }
  | { type: 'document.viewed'; submissionId: string; data: { documentId: string } }
  | { type: 'document.downloaded'; submissionId: string; data: { documentId: string } }
  | { type: 'documents.archived'; submissionId: string; data: { documentIds: string[] } }
  | { type: 'document.accepted'; submissionId: string; data: { documentId: string } }
  | { type: 'document.expired'; submissionId: string; data: { documentId: string; expiryDate: string } }
  | { type: 'document.expiring'; submissionId: string; data: { documentId: string; daysAhead: number } }
  | {
      type: 'information.requested';
      submissionId: string;
      data: {
        requestId: string;
        fieldId: string | null;
        documentTypeId: string | null;
        documentId: string | null;
        reason: RequestReason;
      };
    }
  | { type: 'information.answered'; submissionId: string; data: { requestIds: string[] } }
  | { type: 'information.withdrawn'; submissionId: string; data: { requestId: string } }
  | { type: 'customer.signed_in'; submissionId: string; data: Record<string, never> }
  | {
      type: 'customer.sign_in_refused';
      submissionId: string | null;
      data: { cause: 'unknown' | 'password' | 'locked' | 'notSet' };
    }
  | { type: 'customer.signed_out'; submissionId: string; data: Record<string, never> }
  | {
      type: 'risk.assessed';
      submissionId: string;
      data: {
        assessmentId: string;
        riskLevelId: RiskLevel;
        score: number;
        modelId: string;
        modelVersion: number;
        trigger: string;
      };
    }
  | {
      type: 'risk.overridden';
      submissionId: string;
      data: { overrideId: string; decisionId: string; riskLevelId: RiskLevel; validUntil: string };
    }
  | {
      type: 'risk.override_ended';
      submissionId: string;
      data: { overrideId: string; because: OverrideEnd };
    }
  | {
      type: 'decision.made' | 'decision.proposed';
      submissionId: string;
      data: { decisionId: string; kind: DecisionKind; riskLevelId: RiskLevel | null; seenVersion: number };
    }
  | {
      type: 'decision.confirmed' | 'decision.declined' | 'decision.withdrawn' | 'decision.lapsed';
      submissionId: string;
      data: { decisionId: string; kind: DecisionKind };
    }
  | {
      type: 'case.assigned';
      submissionId: string;
      data: { from: string | null; to: string | null };
    }
  | { type: 'note.added'; submissionId: string; data: { noteId: string; audience: NoteAudience } }
  | { type: 'review.opened'; submissionId: string; data: { dueOn: string; because: ReviewCause } }
  | { type: 'versions.compared'; submissionId: string; data: { from: number; to: number } }
  | {
      type:
        | 'risk_model.drafted'
        | 'risk_model.proposed'
        | 'risk_model.withdrawn'
        | 'risk_model.declined'
        | 'risk_model.exported'
        | 'risk_model.imported';
      submissionId: null;
      data: { modelId: string; modelVersion: number };
    }
  | {
      type: 'risk_model.released';
      submissionId: null;
      data: { modelId: string; modelVersion: number; proposedBy: string };
    }
  | {
      type: 'reason.added' | 'reason.retired' | 'reason.restored';
      submissionId: null;
      data: { reasonId: string; purpose: ReasonPurpose };
    }
  | {
      type: 'case_settings.changed';
      submissionId: null;
      data: { from: Record<string, number>; to: Record<string, number> };
    }
  | { type: 'credentials.reset_requested'; submissionId: string; data: { reason: string | null } }
  | {
      type: 'credentials.reset_settled';
      submissionId: string;
      data: { outcome: 'succeeded' | 'refused' | 'unknown'; code: KycErrorCode | null };
    }
  | { type: 'credentials.password_set'; submissionId: string; data: Record<string, never> }
  | { type: 'mail.queued'; submissionId: string | null; data: { mailId: string; kind: MailKind } }
  | { type: 'mail.sent'; submissionId: string | null; data: { mailId: string; kind: MailKind } }
  | {
      type: 'mail.failed';
      submissionId: string | null;
      data: { mailId: string; kind: MailKind; attempts: number };
    }
  | { type: 'job.run_now'; submissionId: null; data: { job: ClockJob } }
  | { type: 'job.run_again'; submissionId: null; data: { job: JobName; runId: string } }
  | { type: 'mail.read'; submissionId: string | null; data: { mailId: string; kind: MailKind } }
  | { type: 'profile.viewed'; submissionId: string; data: { version: number | null } }
  | { type: 'report.downloaded'; submissionId: string; data: { version: number | null; bytes: number } }
  | { type: 'staff.signed_in'; submissionId: null; data: { userId: string } }
  | {
      type: 'staff.sign_in_refused';
      submissionId: null;
      data: { userId: string | null; cause: 'unknown' | 'password' | 'locked' | 'disabled' };
    }
  | { type: 'staff.signed_out'; submissionId: null; data: { userId: string } }
  | {
      type: 'staff.invited';
      submissionId: null;
      data: { userId: string; role: Role; employeeId: string | null };
    }
  | {
      type: 'staff.changed';
      submissionId: null;
      data: {
        userId: string;
        from: { role: Role; employeeId: string | null };
        to: { role: Role; employeeId: string | null };
      };
    }
  | { type: 'staff.disabled'; submissionId: null; data: { userId: string } }
  | { type: 'staff.enabled'; submissionId: null; data: { userId: string } }
  | { type: 'staff.password_set'; submissionId: null; data: { userId: string } }
  | { type: 'api_client.token_issued'; submissionId: null; data: { appId: string } }
  | { type: 'api_client.token_refused'; submissionId: null; data: Record<string, never> };

/** The events that can happen without a customer, as they are when they do. */
export type FirmEvent<E extends AuditEvent = AuditEvent> = E extends { submissionId: string }
  ? never
  : E & { submissionId: null };

/** The events that can tell of a customer, as they are when they do. */
export type CustomerEvent<E extends AuditEvent = AuditEvent> = E extends { submissionId: null }
  ? never
  : E & { submissionId: string };
