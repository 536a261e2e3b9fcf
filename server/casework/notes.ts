import 'server-only';
import { customerScope, may, mayReadProfiles, type Role, rolesThatMay } from '@/lib/auth/permissions';
import type { Mentionable, MentionLine, NoteLine } from '@/lib/kyc/cases';
import { badField, KycError } from '@/lib/kyc/contract/errors';
import type { NewNote } from '@/lib/kyc/decision-input';
import { NOTE_AUDIENCES, type NoteAudience } from '@/lib/kyc/decisions';
import { newId } from '@/lib/new-id';
import { record } from '../audit/record';
import { takeCase } from '../cases/assign';
import { noteLine } from '../cases/told';
import type { Database, DbOrTx } from '../db/client';
import { insertNote, markSeen, noteOfAttempt, notesOf, unseenMentions } from '../db/queries/notes';
import { activeStaffOfRoles, type StaffMember } from '../db/queries/staff';
import { inTransaction } from '../db/transaction';
import type { StaffCall } from './requests';

/** Who reads or writes notes. */
export type NoteReader = { tenantId: string; role: Role; employeeId: string | null };
/** A customer of the reader's scope (`caseDesk().get`). */
type Customer = { submissionId: string; employeeId: string };

/** The notes on a customer that a reader may read, the newest first. */
export async function readNotes(db: DbOrTx, reader: NoteReader, submissionId: string): Promise<NoteLine[]> {
  const rows = await notesOf(db, reader.tenantId, submissionId, audiencesOf(reader));
  return rows.map(noteLine);
}

/**
 * Puts a note on a customer; nothing changes or removes it afterwards. Who is named has to be able to read it: this customer's
 * profile, and notes of this audience. 403 for an audience that the author does not belong to, 400 for somebody who cannot read it.
 * Sent again under the same attempt it is the first one, and nothing else happens; other words under it are a 422.
 */
export async function addNote(
  db: Database,
  call: StaffCall,
  reader: NoteReader,
  customer: Customer,
  { attempt, audience, body, mentions }: Omit<NewNote, 'submissionId'>,
  at: Date,
): Promise<{ noteId: string }> {
  if (!audiencesOf(reader).includes(audience)) throw new KycError(403);
  const named = [...new Set(mentions)];
  const readers = named.length > 0 ? await noteReaders(db, call.tenantId, customer, audience) : [];
  if (named.some((id) => !readers.some((one) => one.id === id))) {
    throw badField('mentions', 'must name people who may read this note');
  }
  const noteId = newId();
  const { submissionId } = customer;
  const sent = { submissionId, authorId: call.actor.id, attempt };
  return inTransaction(db, async (tx) => {
    const note = { id: noteId, tenantId: call.tenantId, ...sent, audience, body, createdAt: at };
    if (!(await insertNote(tx, note, named))) {
      const first = await noteOfAttempt(tx, sent);
      if (first?.audience !== audience || first.body !== body) throw new KycError(422);
      return { noteId: first.id };
    }
    const data = { noteId, audience };
    await record(tx, { ...call, at, id: newId() }, { type: 'note.added', submissionId, data });
    if (may(reader.role, 'decisions:make')) await takeCase(tx, { call, at, newId }, submissionId);
    return { noteId };
  });
}

/** Whom a note on this customer can name, by name. */
export async function mentionable(
  db: DbOrTx,
  reader: NoteReader,
  customer: Customer,
): Promise<Mentionable[]> {
  return (await noteReaders(db, reader.tenantId, customer, 'everyone')).map(({ id, name, role }) => ({
    id,
    name,
    readsCompliance: audiencesOf({ role }).includes('compliance'),
  }));
}

/** The most mentions that the home page shows. */
const MENTIONS = 20;

/** The notes that name a reader and were not seen, as far as the reader may read them still; the newest first. */
export async function readMentions(db: DbOrTx, reader: NoteReader, staffId: string): Promise<MentionLine[]> {
  const rows = await unseenMentions(db, reader.tenantId, staffId, MENTIONS);
  return rows
    .filter((row) => audiencesOf(reader).includes(row.audience) && reads(reader, row))
    .map(({ noteId, submissionId, displayName, authorId, authorName, body, createdAt }) => ({
      noteId,
      submissionId,
      displayName,
      author: { id: authorId, name: authorName ?? authorId },
      body,
      at: createdAt.toISOString(),
    }));
}

/** Takes mentions off a reader's home page. */
export async function seeMentions(
  db: Database,
  staffId: string,
  noteIds: readonly string[],
  at: Date,
): Promise<void> {
  await inTransaction(db, (tx) => markSeen(tx, staffId, noteIds, at));
}

function audiencesOf({ role }: Pick<NoteReader, 'role'>): readonly NoteAudience[] {
  if (may(role, 'notes:read:all')) return NOTE_AUDIENCES;
  return may(role, 'notes:read:own') ? ['everyone'] : [];
}

async function noteReaders(
  db: DbOrTx,
  tenantId: string,
  customer: Customer,
  audience: NoteAudience,
): Promise<StaffMember[]> {
  const staff = await activeStaffOfRoles(db, tenantId, rolesThatMay('notes:read:all', 'notes:read:own'));
  return staff.filter((one) => audiencesOf(one).includes(audience) && reads(one, customer));
}

function reads(
  one: Pick<NoteReader, 'role' | 'employeeId'>,
  { employeeId }: { employeeId: string },
): boolean {
  if (!mayReadProfiles(one.role)) return false;
  const scope = customerScope(one);
  return scope.kind === 'tenant' || scope.employeeId === employeeId;
}
