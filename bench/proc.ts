import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second (USER_HZ), whatever the kernel's own clock. */
const MS_PER_TICK = 10;

/** Megabytes (10^6 bytes): resident now, and the most that ever was. */
export type Memory = { now: number; peak: number };

/** Processor time that a process and those below it have used so far, in milliseconds; undefined where there is no /proc. */
export function cpuMs(pid: number): number | undefined {
  const processes = tree(pid);
  if (processes.length === 0) return undefined;
  return processes.reduce((sum, { ticks }) => sum + ticks, 0) * MS_PER_TICK;
}

/** The memory of a process and those below it; undefined where there is no /proc. */
export function memory(pid: number): Memory | undefined {
  const processes = tree(pid);
  if (processes.length === 0) return undefined;
  const sum = (key: string) =>
    processes.reduce((total, one) => total + kilobytes(one.pid, key) * 1024, 0) / 1e6;
  return { now: sum('VmRSS'), peak: sum('VmHWM') };
}

type Process = { pid: number; parent: number; ticks: number };

function tree(root: number): Process[] {
  if (!existsSync('/proc/self/stat')) return [];
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const found = all.filter(({ pid }) => pid === root);
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return found;
}

/** The fields of /proc/<pid>/stat (proc_pid_stat(5)), counted from the state, which follows the name in brackets. */
function readProcess(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [{ pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    // It ended since the folder was read.
    return [];
  }
}

function kilobytes(pid: number, key: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
}
