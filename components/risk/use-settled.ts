import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** A value once it has stood still for a moment, so that typing asks nothing letter by letter. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
