import { createHash } from 'node:crypto';

/**
 * An id made of what it names, in the form of a UUID (version 8, RFC 9562): the same at every seeding, so that what a seeding
 * that was cut short has left behind is written over, and that two installations know the same forms.
 */
export function stableId(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
