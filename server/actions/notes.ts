'use server';

import { noteInput, seenInput } from '@/lib/kyc/decision-input';
import { decisionDesk } from '../casework/case-desk';
import { action } from './wrap';

/** Puts a note on a customer of the reader's scope. */
export const addCustomerNote = action({
  permission: ['notes:write:own', 'notes:write:all'],
  schema: noteInput,
  run: async ({ input, session, call }) => (await decisionDesk(session)).addNote(call, input),
});

/** Takes mentions off the reader's home page. */
export const markMentionsSeen = action({
  permission: ['notes:read:own', 'notes:read:all'],
  schema: seenInput,
  run: async ({ input, session }) => (await decisionDesk(session)).seeMentions(input.noteIds),
});
