'use server';

import { acceptInvitationInput, firstAdminInput, linkInput, setPasswordInput } from '@/lib/auth/staff-input';
import { acceptPassword, viewPasswordLink } from '../auth/customer-password';
import { makeFirstAdmin } from '../auth/first-admin';
import { openPortalFor } from '../auth/portal/session';
import { acceptInvitation, viewInvitation } from '../auth/users/accept';
import { database } from '../db/client';
import { publicAction } from './wrap';

/** The pages behind one-time links: whoever holds the link may do the one thing that it is for. */

export const readInvitation = publicAction({
  schema: linkInput,
  run: async ({ input }) => viewInvitation((await database()).db, input.token, new Date()),
});

export const takeInvitation = publicAction({
  schema: acceptInvitationInput,
  run: async ({ input, requestId }) => acceptInvitation((await database()).db, input, requestId, new Date()),
});

export const becomeFirstAdmin = publicAction({
  schema: firstAdminInput,
  run: async ({ input, requestId }) => makeFirstAdmin((await database()).db, input, requestId, new Date()),
});

export const readPasswordLink = publicAction({
  schema: linkInput,
  run: async ({ input }) => viewPasswordLink((await database()).db, input.token, new Date()),
});

/** The customer who has just set a password goes on into the portal, without typing it once more. */
export const setCustomerPassword = publicAction({
  schema: setPasswordInput,
  async run({ input, requestId }): Promise<{ email: string }> {
    const at = new Date();
    const { email, session } = await acceptPassword((await database()).db, input, requestId, at);
    await openPortalFor(session, at);
    return { email };
  },
});
