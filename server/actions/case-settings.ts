'use server';

import { caseSettings, caseSettingsChange } from '@/lib/kyc/case-settings';
import { caseSettingsDesk } from '../casework/case-settings';
import { action } from './wrap';

/** How many customers would be overdue with other months, and who for those who may know; changes nothing. */
export const previewCaseSettings = action({
  permission: ['case-settings:manage', 'case-settings:try'],
  schema: caseSettings,
  run: async ({ input, session, call }) => (await caseSettingsDesk(call)).preview(input, session.user.role),
});

/** Sets months and days for the whole firm; the calendar of reviews follows in the background. */
export const saveCaseSettings = action({
  permission: 'case-settings:manage',
  schema: caseSettingsChange,
  run: async ({ input, call }) => (await caseSettingsDesk(call)).save(input.value, input.basedOn),
});
