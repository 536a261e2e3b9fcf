'use server';

import { z } from 'zod';
import { chainPlace } from '@/lib/audit-trail';
import { auditDesk } from '../casework/audit-trail';
import { action } from './wrap';

/** Checks the next links of the audit trail, from where the check stands; without a place, from the first event on. */
export const checkAuditTrail = action({
  permission: ['audit:read:firm', 'audit:read:all'],
  schema: z.object({ from: chainPlace.optional() }),
  run: async ({ input, session }) => (await auditDesk(session)).check(input.from),
});
