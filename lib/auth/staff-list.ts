import type { Role } from './permissions';

/** `invited`: has not set a password yet. */
export type StaffState = 'invited' | 'active' | 'disabled';

/** A user as the admin's list shows them; moments are ISO 8601. */
export type StaffRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  employeeId: string | null;
  state: StaffState;
  lastSignInAt: string | null;
  invitedAt: string;
  /** Until when signing in is paused after wrong passwords. */
  pausedUntil: string | null;
};

/** One page of the list; `next` is the cursor of the following one. */
export type StaffPage = { users: StaffRow[]; next: string | null };
