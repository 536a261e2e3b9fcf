/** The deepest nesting of objects and arrays that a body may have; the contract's own bodies need four. */
export const JSON_DEPTH = 32;

type Level = { keys: Set<string> } | { keys: null };

/**
 * What makes a JSON text ambiguous or dangerous although `JSON.parse` takes it: nesting beyond {@link JSON_DEPTH}, or an
 * object that names a member twice (RFC 8259 section 4 leaves its meaning open, so two readers may see two bodies).
 * Undefined for a sound text. Of a text that is no JSON it may say anything, but it always ends.
 */
export function jsonTextFault(text: string): string | undefined {
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '{' || sign === '[') {
      if (levels.push({ keys: sign === '{' ? new Set() : null }) > JSON_DEPTH) return 'is nested too deeply';
    } else if (sign === '}' || sign === ']') {
      levels.pop();
    } else if (sign === '"') {
      const end = closingQuote(text, at);
      const keys = levels.at(-1)?.keys;
      if (keys && isMemberName(text, end + 1)) {
        const name = unescaped(text.slice(at, end + 1));
        if (keys.has(name)) return 'names a member twice';
        keys.add(name);
      }
      at = end;
    }
  }
  return undefined;
}

function closingQuote(text: string, opening: number): number {
  let at = opening + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function isMemberName(text: string, after: number): boolean {
  let at = after;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return text[at] === ':';
}

/** `"a"` names the same member as `"\u0061"`. */
function unescaped(quoted: string): string {
  if (!quoted.includes('\\')) return quoted;
  try {
    return JSON.stringify(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
