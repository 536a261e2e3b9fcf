/** How long the one-time link opens, in minutes. Contract section 3. */
export const PASSWORD_LINK_MINUTES = 60;

/** How long the link of the welcome mail opens, in minutes: a week, because nobody waits for that mail. */
export const WELCOME_LINK_MINUTES = 7 * 24 * 60;

/** The masked address that the link went to, where the other side tells it, and when. */
export type PasswordLinkSent = { sentTo: string | null; at: string };
