import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { NoteAudience } from '@/lib/kyc/decisions';
import type { DbOrTx, Tx } from '../client';
import { caseNotes, directory, noteMentions, staffUsers } from '../schema';

type Named = { id: string; name: string };

/**
 * Puts a note down with those it names; false where its author sent it before under the same attempt. One that is being written
 * under it is waited for.
 */
export async function insertNote(
  tx: Tx,
  note: typeof caseNotes.$inferInsert,
  staffIds: readonly string[],
): Promise<boolean> {
  const { submissionId, authorId, attempt } = caseNotes;
  const written = await tx
    .insert(caseNotes)
    .values(note)
    .onConflictDoNothing({ target: [submissionId, authorId, attempt] })
    .returning({ id: caseNotes.id });
  if (written.length === 0) return false;
  if (staffIds.length > 0) {
    await tx.insert(noteMentions).values(staffIds.map((staffId) => ({ staffId, noteId: note.id })));
  }
  return true;
}

/** The note that an author sent under an attempt. */
export async function noteOfAttempt(
  db: DbOrTx,
  { submissionId, authorId, attempt }: { submissionId: string; authorId: string; attempt: string },
) {
  const [note] = await db
    .select({ id: caseNotes.id, audience: caseNotes.audience, body: caseNotes.body })
    .from(caseNotes)
    .where(
      and(
        eq(caseNotes.submissionId, submissionId),
        eq(caseNotes.authorId, authorId),
        eq(caseNotes.attempt, attempt),
      ),
    );
  return note;
}

/** The notes on a submission of the tenant for these audiences, the newest first. */
export async function notesOf(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  audiences: readonly NoteAudience[],
) {
  return db
    .select({
      id: caseNotes.id,
      audience: caseNotes.audience,
      body: caseNotes.body,
      createdAt: caseNotes.createdAt,
      authorId: caseNotes.authorId,
      authorName: staffUsers.name,
      mentions: sql<Named[]>`(
        select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
        from ${noteMentions} inner join ${staffUsers} s on s.id = ${noteMentions.staffId}
        where ${noteMentions.noteId} = ${caseNotes.id}
      )`,
    })
    .from(caseNotes)
    .leftJoin(staffUsers, eq(staffUsers.id, caseNotes.authorId))
    .where(
      and(
        eq(caseNotes.submissionId, submissionId),
        eq(caseNotes.tenantId, tenantId),
        inArray(caseNotes.audience, [...audiences]),
      ),
    )
    .orderBy(desc(caseNotes.createdAt), desc(caseNotes.id));
}

/** Up to `limit` notes that name a person and were not seen yet, the newest first. */
export async function unseenMentions(db: DbOrTx, tenantId: string, staffId: string, limit: number) {
  return db
    .select({
      noteId: caseNotes.id,
      submissionId: caseNotes.submissionId,
      employeeId: directory.employeeId,
      displayName: directory.displayName,
      audience: caseNotes.audience,
      body: caseNotes.body,
      createdAt: caseNotes.createdAt,
      authorId: caseNotes.authorId,
      authorName: staffUsers.name,
    })
    .from(noteMentions)
    .innerJoin(caseNotes, and(eq(caseNotes.id, noteMentions.noteId), eq(caseNotes.tenantId, tenantId)))
    .innerJoin(directory, eq(directory.submissionId, caseNotes.submissionId))
    .leftJoin(staffUsers, eq(staffUsers.id, caseNotes.authorId))
    .where(and(eq(noteMentions.staffId, staffId), isNull(noteMentions.seenAt)))
    .orderBy(desc(caseNotes.createdAt), desc(caseNotes.id))
    .limit(limit);
}

/** Notes that a person has seen its mentions in. */
export async function markSeen(
  tx: Tx,
  staffId: string,
  noteIds: readonly string[],
  seenAt: Date,
): Promise<void> {
  await tx
    .update(noteMentions)
    .set({ seenAt })
    .where(
      and(
        eq(noteMentions.staffId, staffId),
        inArray(noteMentions.noteId, [...noteIds]),
        isNull(noteMentions.seenAt),
      ),
    );
}
