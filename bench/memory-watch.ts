import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { memory } from './proc';

/** What a process's memory did while it worked; megabytes. */
export type MemoryTrack = {
  begin: number;
  peak: number;
  end: number;
  /** V8's heap after a full collection, so without garbage: the first one under way, and one at the end. */
  live: Span;
  /** What is outside of V8's heap: the embedded database, connections, the model's engine; once it had warmed up, and at the end. */
  outside: Span;
};
export type Span = { first: number; last: number };

const EVERY_MS = 200;
/** The part of the samples in which caches fill and code is compiled. */
const WARMING = 0.2;

type Sample = { resident: number; outside: number };

/** Watches this process's memory until the returned function is called. */
export function watchMemory(): () => MemoryTrack {
  const before = liveHeap();
  const samples = [sample()];
  const collected: number[] = [];
  const collections = new PerformanceObserver((list) => {
    if (list.getEntries().some(isFull)) collected.push(process.memoryUsage().heapUsed / 1e6);
  });
  collections.observe({ entryTypes: ['gc'] });
  const timer = setInterval(() => samples.push(sample()), EVERY_MS);
  return () => {
    clearInterval(timer);
    collections.disconnect();
    const last = sample();
    const resident = [...samples, last].map((one) => one.resident);
    return {
      begin: samples[0]?.resident ?? last.resident,
      peak: Math.max(...resident),
      end: last.resident,
      live: { first: collected[0] ?? before, last: liveHeap() },
      outside: {
        first: (samples[Math.floor(samples.length * WARMING)] ?? last).outside,
        last: last.outside,
      },
    };
  };
}

function isFull({ detail }: PerformanceEntry): boolean {
  const { kind = 0, flags = 0 } = detail as { kind?: number; flags?: number };
  const isForced = (flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0;
  return kind === constants.NODE_PERFORMANCE_GC_MAJOR && !isForced;
}

function liveHeap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1e6;
}

function sample(): Sample {
  const { rss, heapTotal } = process.memoryUsage();
  const resident = memory(process.pid)?.now ?? rss / 1e6;
  return { resident, outside: resident - heapTotal / 1e6 };
}
