/** Pages, sections or fields as they follow one another. */
export function inOrder<T extends { order: number }>(parts: readonly T[]): T[] {
  return [...parts].sort((a, b) => a.order - b.order);
}
