/** Lets at most `limit` of the works given to it run at once; the others wait in the order of their coming. */
export function turnsOf(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = limit;
  return async (work) => {
    if (free > 0) free -= 1;
    // Whoever ends hands its turn on, so nobody who comes later gets ahead.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
