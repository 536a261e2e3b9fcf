/** An id that none of `taken` is: the prefix with the next number. */
export function freshId(prefix: string, taken: readonly { id: string }[]): string {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

/** An id that says what a name says, as models want it (lower-case letters, digits, hyphens), and that none of `taken` is. */
export function idOfName(name: string, prefix: string, taken: readonly { id: string }[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  if (plain === '') return freshId(prefix, taken);
  return taken.some(({ id }) => id === plain) ? freshId(plain, taken) : plain;
}
