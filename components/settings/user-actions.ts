import type { Action } from '@/lib/action-result';
import type { Role } from '@/lib/auth/permissions';

/** An employee as a choice. */
export type NamedEmployee = { id: string; name: string };

type Tie = { role: Role; employeeId: string | null };

/** The server actions that the users page calls. */
export type UserActions = {
  inviteUser: Action<Tie & { email: string; name: string }, { userId: string }>;
  changeUser: Action<Tie & { userId: string }, void>;
  disableUser: Action<{ userId: string }, void>;
  enableUser: Action<{ userId: string }, void>;
  resendUserInvitation: Action<{ userId: string }, void>;
};
