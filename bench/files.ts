import { setTimeout as sleep } from 'node:timers/promises';
import { FILE_LIMIT } from '@/lib/kyc/contract/documents';
import { fillPath, operations } from '@/lib/kyc/contract/operations';
import { memory } from './proc';
import { asked } from './rows';
import type { Server } from './server';
import { specimenPdf } from './specimen';
import { byTurns, percentile, timed } from './turns';

/** How one direction compares with the plain disk; milliseconds, medians. */
export type FileFigures = { name: string; product: number; floor: number };

export type FilesMeasured = {
  figures: FileFigures[];
  /** Many uploads at once: how many, how long all of them took in milliseconds, and the product's memory in megabytes. */
  crowd: { uploads: number; ms: number; before: number | undefined; peak: number | undefined };
};

/** An upload or download may take this many times the plain disk's time. */
export const FILE_GOAL = 2;
const CROWD = 20;

type Measure = { submissionId: string; token: string; rounds: number };

/** The largest file up and down, by turns with a route that only writes and reads a plain file; then many at once. */
export async function measureFiles(
  product: Server,
  floor: Server,
  { submissionId, token, rounds }: Measure,
): Promise<FilesMeasured> {
  const pdf = new Blob([specimenPdf(FILE_LIMIT)], { type: 'application/pdf' });
  const headers = { authorization: `Bearer ${token}` };
  const url = (name: 'uploadDocuments' | 'downloadDocument', documentId = '') =>
    `${product.url}/api${fillPath(operations[name].path, { submissionId, documentId })}`;
  const upload = async (): Promise<string> => {
    const body = new FormData();
    body.set('OriginalFileName', 'scan.pdf');
    body.set('DocumentTypeId', 'Other');
    body.set('FileContent', pdf, 'scan.pdf');
    const answer = await asked(url('uploadDocuments'), { method: 'POST', headers, body });
    const { result } = (await answer.json()) as { result: { id: string }[] };
    return result[0]?.id ?? '';
  };
  const plain = () => asked(`${floor.url}/file`, { method: 'POST', body: pdf });
  const documentId = await upload();
  await plain();
  const up = await medians(rounds, upload, plain);
  const down = await medians(
    rounds,
    async () => drained(await asked(url('downloadDocument', documentId), { headers })),
    async () => drained(await asked(`${floor.url}/file`)),
  );
  return {
    figures: [
      { name: 'upload of 20 MiB', ...up },
      { name: 'download of 20 MiB', ...down },
    ],
    crowd: await crowd(product, upload),
  };
}

async function crowd(product: Server, upload: () => Promise<unknown>): Promise<FilesMeasured['crowd']> {
  const before = memory(product.pid)?.now;
  let peak = before;
  let over = false;
  const watch = (async () => {
    while (!over) {
      peak = Math.max(peak ?? 0, memory(product.pid)?.now ?? 0) || undefined;
      await sleep(50);
    }
  })();
  const ms = await timed(() => Promise.all(Array.from({ length: CROWD }, upload)));
  over = true;
  await watch;
  return { uploads: CROWD, ms, before, peak };
}

async function medians(...measure: Parameters<typeof byTurns>) {
  const { product, floor } = await byTurns(...measure);
  return { product: percentile(product, 0.5), floor: percentile(floor, 0.5) };
}

/** Reads to the end and keeps nothing. */
async function drained(answer: Response): Promise<void> {
  const reader = answer.body?.getReader();
  while (reader && !(await reader.read()).done);
}
