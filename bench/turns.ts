/** How long each round took, in milliseconds. */
export type Turns = { product: number[]; floor: number[] };

/** Times the product and the floor by turns, so that whatever else the machine does meets both. */
export async function byTurns(
  rounds: number,
  product: () => Promise<unknown>,
  floor: () => Promise<unknown>,
): Promise<Turns> {
  const times: Turns = { product: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.floor.push(await timed(floor));
    times.product.push(await timed(product));
  }
  return times;
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

/** The time that a part of the rounds stayed below: 0.5 is the median. */
export function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
