/** Why nothing came of it, as far as anybody may know. `until`: an ISO moment. */
export type PortalRefusal =
  | { cause: 'refused' }
  | { cause: 'paused'; until: string }
  /** The server could not look just now. */
  | { cause: 'failed' };

/** What the portal's sign-in form shows: the address as typed, and what is wrong. */
export type SignInFormState = {
  email: string;
  faults?: { email: boolean; password: boolean };
  refusal?: PortalRefusal;
};

/** What the form that asks for a link shows. `sent` says nothing about whether the address is known. */
export type LinkFormState = {
  email: string;
  faults?: { email: boolean };
  refusal?: PortalRefusal;
  sent?: true;
};
