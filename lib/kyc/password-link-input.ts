import * as z from 'zod';
import { opaqueId, plainText } from './contract/text';

/** What an admin sends with a password link: for whom, why, and a key under which a repeat sends no second one. */
export const passwordLinkInput = z.object({
  submissionId: opaqueId,
  reason: plainText({ least: 5, limit: 500 }),
  attempt: z.uuid(),
});

export type PasswordLinkInput = z.input<typeof passwordLinkInput>;
