import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The folders of pdfjs-dist whose files its reader fetches: character maps, colour profiles, fonts, decoders. */
const KINDS: readonly string[] = ['cmaps', 'iccs', 'standard_fonts', 'wasm'];

const CONTENT_TYPES: Record<string, string> = {
  '.wasm': 'application/wasm',
  '.js': 'text/javascript; charset=utf-8',
};

/** A file that the reader of PDFs needs while it draws; 404 for anything else, a path that leads elsewhere too. */
export async function pdfPart(kind: string, file: string): Promise<Response> {
  if (!KINDS.includes(kind) || !/^[\w-]+(\.[\w-]+)*$/.test(file)) return notFound();
  // Read when it is asked for: the bundler need not look at what may stand there.
  const place = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'node_modules',
    'pdfjs-dist',
    kind,
    file,
  );
  try {
    return new Response(new Uint8Array(await readFile(place)), {
      headers: {
        'Content-Type': CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream',
        'Cache-Control': 'public, max-age=86400',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch {
    return notFound();
  }
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
}
