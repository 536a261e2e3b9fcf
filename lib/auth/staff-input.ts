import * as z from 'zod';
import { emailAddress, nameText, opaqueId } from '../kyc/contract/text';
import { newPassword } from './password-policy';
import { ROLES } from './permissions';

/** The employee whose customers a user looks after; a select box gives the empty string for none. */
const employeeId = z
  .union([opaqueId, z.literal('')])
  .nullable()
  .transform((id) => id || null);

/** Whom an admin invites. */
export const inviteStaffInput = z.object({
  email: emailAddress,
  name: nameText,
  role: z.enum(ROLES),
  employeeId,
});
export type InviteStaff = z.output<typeof inviteStaffInput>;

/** What an admin changes of a user. */
export const changeStaffInput = z.object({ userId: opaqueId, role: z.enum(ROLES), employeeId });
export type ChangeStaff = z.output<typeof changeStaffInput>;

export const staffId = z.object({ userId: opaqueId });

/** A one-time link's token as a page takes it out of its address. */
export const linkToken = z.string().min(1).max(200);

export const linkInput = z.object({ token: linkToken });

/** What an invited member of the staff fills in. */
export const acceptInvitationInput = z.object({ token: linkToken, name: nameText, password: newPassword });

/** What the first admin fills in. */
export const firstAdminInput = z.object({
  token: linkToken,
  email: emailAddress,
  name: nameText,
  password: newPassword,
});

/** What a customer behind a password link fills in. */
export const setPasswordInput = z.object({ token: linkToken, password: newPassword });
