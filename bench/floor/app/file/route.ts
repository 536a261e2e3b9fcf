import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeWebStream } from 'node:stream/web';
import { newId } from '@/lib/new-id';

const folder = process.env.DATA_DIR ?? '.';
let latest = '';

/** The body into a plain file, on disk when it answers, and nothing else. */
export async function POST(request: Request): Promise<Response> {
  await mkdir(folder, { recursive: true });
  latest = join(folder, `${newId()}.bin`);
  if (request.body === null) return new Response(null, { status: 400 });
  const body = Readable.fromWeb(request.body as NodeWebStream<Uint8Array>);
  await pipeline(body, createWriteStream(latest, { flush: true }));
  return Response.json({ ok: true });
}

/** The last such file, as it lies there. */
export async function GET(): Promise<Response> {
  const { size } = await stat(latest);
  const body = Readable.toWeb(createReadStream(latest)) as ReadableStream<Uint8Array>;
  return new Response(body, { headers: { 'Content-Length': String(size) } });
}
