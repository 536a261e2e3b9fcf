import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { normalisePassword, PASSWORD_SCORE } from './password-policy';

/** How well a password withstands guessing, and why not better. */
export type PasswordStrength = {
  /** zxcvbn's scale: 0 (at once) to 4 (out of reach). */
  score: 0 | 1 | 2 | 3 | 4;
  /** Whether the policy takes it. */
  strong: boolean;
  /** The key of what makes it weak, below `password.warnings` in the messages; null when nothing stands out. */
  warning: string | null;
};

/** Measures a password; `known` are words an attacker would try first: the person's name, the e-mail address, the firm. */
export type PasswordMeter = (password: string, known: readonly string[]) => PasswordStrength;

let loading: Promise<PasswordMeter> | undefined;

/**
 * The meter, the same in the browser and on the server. Its dictionaries are heavy (0.7 MB on the wire), so a page
 * loads them when somebody begins to choose a password, and the server at the first check. A failed load is tried again.
 */
export function loadPasswordMeter(): Promise<PasswordMeter> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<PasswordMeter> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return (password, known) => measure(zxcvbn, password, known);
}

function measure(zxcvbn: ZxcvbnFactory, password: string, known: readonly string[]): PasswordStrength {
  const words = known
    .flatMap((text) => [text, ...text.split(/[\s@._+-]+/u)])
    .filter((word) => word.length > 2);
  const { score, feedback } = zxcvbn.check(normalisePassword(password), words);
  return { score, strong: score >= PASSWORD_SCORE, warning: feedback.warning || null };
}
