import { fold } from '@/lib/format/fold';
import type { Mentionable, StaffName } from '@/lib/kyc/cases';
import type { NoteAudience } from '@/lib/kyc/decisions';

/** A mention being typed: from the `@` to where the caret stands. */
export type Typing = { from: number; to: number; words: string };

/** The mention at the caret, if one is being typed there: an `@` at the start of a word, with at most two words behind it. */
export function mentionAt(text: string, caret: number): Typing | undefined {
  const found = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, caret));
  if (!found) return undefined;
  const words = found[1] ?? '';
  return { from: caret - words.length - 1, to: caret, words };
}

/** The people whose name begins with what is typed, in any of its words. */
export function peopleFor(words: string, people: readonly StaffName[]): StaffName[] {
  const wanted = fold(words).trim();
  return people.filter(({ name }) => {
    const folded = fold(name);
    return folded.startsWith(wanted) || folded.split(/\s+/).some((part) => part.startsWith(wanted));
  });
}

/** The text with the mention written out, and where the caret then stands. */
export function mentioned(text: string, { from, to }: Typing, name: string): { text: string; caret: number } {
  const written = `@${name} `;
  return { text: text.slice(0, from) + written + text.slice(to), caret: from + written.length };
}

/** Whom a text names, by the names as they are written in it. */
export function namedIn(text: string, people: readonly StaffName[]): StaffName[] {
  return people.filter(({ name }) => text.includes(`@${name}`));
}

/** Whom a note of this audience can name: who may read it. */
export function mentionableFor(audience: NoteAudience, people: readonly Mentionable[]): Mentionable[] {
  return people.filter(({ readsCompliance }) => audience !== 'compliance' || readsCompliance);
}
