import * as z from 'zod';
import type { KycApi } from '@/lib/kyc/api';
import { badField, KycError } from '@/lib/kyc/contract/errors';
import { opaqueId, timestamp } from '@/lib/kyc/contract/text';
import { displayName } from '@/lib/kyc/vocabulary';
import { countSubmissions, type SubmissionPlace, submissionsPage } from '../../db/queries/submission-list';
import { nestedNames } from './names';
import type { EngineParts } from './parts';

/** `GET submissions`: newest first, a page at a time; what is created meanwhile moves nobody. Contract section 6. */
export function listSubmissions({ db }: EngineParts): KycApi['listSubmissions'] {
  return async ({ tenantId, actor }, { formId, states, cursor, limit }) => {
    if (actor.kind === 'customer') throw new KycError(403);
    const filter = { tenantId, formId, states: states && [...new Set(states)] };
    const after = cursor === undefined ? undefined : openCursor(cursor);
    const [count, found] = await Promise.all([
      countSubmissions(db, filter),
      submissionsPage(db, filter, { after, limit: limit + 1 }),
    ]);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      count,
      submissions: page.map((row) => ({
        submissionId: row.id,
        customerId: row.customerId,
        customerName: displayName(nestedNames(row)) ?? row.id,
        submissionDate: row.createdAt.toISOString(),
        kycState: row.kycState,
        email: row.email,
      })),
      nextCursor: last ? sealCursor({ createdAt: last.place, id: last.id }) : null,
    };
  };
}

const place = z.tuple([timestamp, opaqueId]);

/** A place in the list as one URL-safe word. It holds what the reader saw anyway, so it is not secret. */
function sealCursor({ createdAt, id }: SubmissionPlace): string {
  return Buffer.from(JSON.stringify([createdAt, id])).toString('base64url');
}

function openCursor(word: string): SubmissionPlace {
  const parsed = place.safeParse(jsonOf(Buffer.from(word, 'base64url').toString('utf8')));
  if (!parsed.success) throw badField('cursor', 'must be the nextCursor of an earlier answer');
  const [createdAt, id] = parsed.data;
  return { createdAt, id };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
