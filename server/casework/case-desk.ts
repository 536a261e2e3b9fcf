import 'server-only';
import type { Role } from '@/lib/auth/permissions';
import type { CaseQueueView } from '@/lib/kyc/case-view';
import type { NewNote } from '@/lib/kyc/decision-input';
import { database } from '../db/client';
import { staffNames } from '../db/queries/staff';
import { assignCase } from './assignment';
import { readCase } from './case-view';
import { caseDesk } from './desk';
import { addNote, readMentions, readNotes, seeMentions } from './notes';
import { countQueue, readQueue } from './queue';
import { addReason, readReasons, setReason } from './reasons';
import type { StaffCall } from './requests';

type Session = { tenantId: string; user: { id: string; role: Role; employeeId: string | null } };

/** Cases, notes and reasons, as one signed-in person may read and write them, on the process's database, as of now. */
export async function decisionDesk(session: Session) {
  const { db } = await database();
  const { tenantId, user } = session;
  const reader = { tenantId, staffId: user.id, role: user.role, employeeId: user.employeeId };
  /** A customer of the reader's scope, or the 404. */
  const customer = async (submissionId: string) => (await caseDesk(session)).get(submissionId);
  return {
    queue: (view: CaseQueueView) => readQueue(db, reader, view, new Date()),
    counts: () => countQueue(db, reader, new Date()),
    case: async (submissionId: string) => readCase(db, reader, await customer(submissionId), new Date()),
    async assign(call: StaffCall, submissionId: string, assigneeId: string | null): Promise<void> {
      await customer(submissionId);
      await assignCase(db, call, { submissionId, assigneeId }, new Date());
    },
    async notes(submissionId: string) {
      await customer(submissionId);
      return readNotes(db, reader, submissionId);
    },
    addNote: async (call: StaffCall, { submissionId, ...note }: NewNote) =>
      addNote(db, call, reader, await customer(submissionId), note, new Date()),
    /** The name of a member of the staff; undefined for nobody. */
    staffName: async (staffId: string) => (await staffNames(db, tenantId, [staffId])).get(staffId),
    mentions: () => readMentions(db, reader, user.id),
    seeMentions: (noteIds: readonly string[]) => seeMentions(db, user.id, noteIds, new Date()),
    reasons: () => readReasons(db, tenantId),
    addReason: (call: StaffCall, reason: Parameters<typeof addReason>[2]) =>
      addReason(db, call, reason, new Date()),
    setReason: (call: StaffCall, state: Parameters<typeof setReason>[2]) =>
      setReason(db, call, state, new Date()),
  };
}
