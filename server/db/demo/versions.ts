import type { KycState } from '@/lib/kyc/contract/lists';
import type { answerVersions, profileVersions } from '../schema';
import type { DemoHistory } from './history';

/** The events of a life that each made a version, and what the engine calls the occasion. */
const TRIGGERS: Readonly<Record<string, string>> = {
  'customer.created': 'customer.created',
  'answers.saved': 'answers.saved',
  'document.recorded': 'document.uploaded',
  'submission.state_changed': 'submission.submitted',
  'information.requested': 'information.requested',
};

type Life = Pick<DemoHistory, 'submission' | 'events' | 'assessments' | 'answers'>;

/** The versions that a customer's life made, one for each event that changed the profile, and the answers by their version. */
export function versionsOf({ submission, events, assessments, answers }: Life): {
  versions: Array<typeof profileVersions.$inferInsert>;
  answers: Array<typeof answerVersions.$inferInsert>;
} {
  let kycState: KycState = 'New';
  const versions = events
    .filter(({ type }) => Object.hasOwn(TRIGGERS, type))
    .map(({ type, at, actorKind, actorId, data }, index) => {
      if (type === 'submission.state_changed') kycState = (data as { to: KycState }).to;
      const assessment =
        assessments.findLast(({ assessedAt }) => assessedAt.getTime() <= at.getTime() + 2_000) ??
        assessments[0];
      return {
        submissionId: submission.id,
        version: index + 1,
        tenantId: submission.tenantId,
        at,
        actorKind,
        actorId,
        trigger: isDecision(type, kycState) ? 'decision.made' : (TRIGGERS[type] ?? type),
        kycState,
        assessmentId: assessment?.id ?? null,
      };
    });
  return {
    versions,
    answers: answers.map(({ id: _id, version = 1, ...answer }) => ({ ...answer, version })),
  };
}

function isDecision(type: string, kycState: KycState): boolean {
  return type === 'submission.state_changed' && (kycState === 'Approved' || kycState === 'Rejected');
}
