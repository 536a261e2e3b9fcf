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

/**
 * zxcvbn counts a word that is known of the person as a rare one as soon as others stand beside it, so what is left
 * without those words has to be as strong as the whole.
 */
function measure(zxcvbn: ZxcvbnFactory, password: string, known: readonly string[]): PasswordStrength {
  const typed = normalisePassword(password);
  const words = known.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
  const whole = zxcvbn.check(typed, words);
  const rest = zxcvbn.check(without(typed, words));
  if (rest.score < whole.score) {
    return { score: rest.score, strong: rest.score >= PASSWORD_SCORE, warning: 'known' };
  }
  const { score, feedback } = whole;
  return { score, strong: score >= PASSWORD_SCORE, warning: feedback.warning || null };
}

function without(text: string, words: readonly string[]): string {
  return words
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, word) => left.toLowerCase().replaceAll(normalisePassword(word).toLowerCase(), ''), text);
}
