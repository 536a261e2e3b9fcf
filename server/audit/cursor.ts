import { z } from 'zod';
import type { AuditPlace } from '../db/queries/audit';

const cursorShape = z.tuple([z.number().int().min(0).max(8.64e15), z.string().max(64)]);

/** A place in the trail as a text that goes into a URL. */
export function sealCursor({ at, id }: AuditPlace): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');
}

/** The place that a cursor names; undefined for what is none. */
export function openCursor(cursor: string | undefined): AuditPlace | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [time, id] = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { at: new Date(time), id };
  } catch {
    return undefined;
  }
}
