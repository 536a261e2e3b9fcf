import * as z from 'zod';
import { opaqueId, plainText } from './contract/text';

/** How long the one-time link opens, in minutes. Contract section 3. */
export const PASSWORD_LINK_MINUTES = 60;

/** What an admin sends with a password link: for whom, why, and a key under which a repeat sends no second one. */
export const passwordLinkInput = z.object({
  submissionId: opaqueId,
  reason: plainText({ least: 5, limit: 500 }),
  attempt: z.uuid(),
});

export type PasswordLinkInput = z.input<typeof passwordLinkInput>;

/** The masked address that the link went to, where the other side tells it, and when. */
export type PasswordLinkSent = { sentTo: string | null; at: string };
