/** How long the one-time link opens, in minutes. Contract section 3. */
export const PASSWORD_LINK_MINUTES = 60;

/** The masked address that the link went to, where the other side tells it, and when. */
export type PasswordLinkSent = { sentTo: string | null; at: string };
