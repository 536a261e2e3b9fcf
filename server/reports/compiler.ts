import 'server-only';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { readableArabic } from './text-layer';

/** Below the root of the repository, where every command of this product is run; a bundler is not to look for it. */
const below = (...parts: string[]) => path.join(/* turbopackIgnore: true */ process.cwd(), ...parts);
const TEMPLATES = below('server', 'reports', 'template');
const FONTS = below('node_modules', '@expo-google-fonts');

/** One weight a folder: naming them keeps the 90 MB of weights that no report uses out of memory. */
const FACES = [
  'ibm-plex-sans/400Regular',
  'ibm-plex-sans/500Medium',
  'ibm-plex-sans/600SemiBold',
  'ibm-plex-sans-arabic/400Regular',
  'ibm-plex-sans-arabic/500Medium',
  'ibm-plex-sans-arabic/600SemiBold',
  'ibm-plex-mono/400Regular',
  'noto-sans-sc/400Regular',
];

/** Results unused for this many documents leave the memory; the shared parts (template, fonts) are used by each one. */
const KEEP_FOR_DOCUMENTS = 10;

// A development server loads modules anew after each edit; the compiler with its fonts stays.
const shared = globalThis as typeof globalThis & { reportCompiler?: NodeCompiler };

function compiler(): NodeCompiler {
  shared.reportCompiler ??= NodeCompiler.create({
    workspace: TEMPLATES,
    fontArgs: [{ fontPaths: fontFolders() }],
  });
  return shared.reportCompiler;
}

/** Typst passes over a folder that is not there and sets the text in some other font, so a missing one is found here. */
function fontFolders(): string[] {
  const folders = FACES.map((face) => path.join(FONTS, face));
  const missing = folders.filter((folder) => !existsSync(folder));
  if (missing.length > 0)
    throw new Error(`The report's fonts are missing (run npm ci): ${missing.join(', ')}`);
  return folders;
}

/**
 * Sets a template (a file name in `template/`) with `data`, which the template reads as JSON: text in it is text, never markup.
 * The PDF is tagged and meets PDF/A-2a. A text in a script that no font here can draw is against that standard; such a
 * document is made without the claim to it, still tagged and complete.
 *
 * Synchronous: it holds the event loop for the whole document, about 15 ms a page on a warm compiler. One report within a request is
 * fine; batches belong to a job. Let the event loop turn between two documents: only then is the memory of the first one freed.
 *
 * @throws when the template does not compile. The error tells where; what Typst says of it may quote the data and is left out.
 */
export function compilePdf(template: string, data: unknown): Uint8Array<ArrayBuffer> {
  const typst = compiler();
  try {
    const compiled = typst.compile({
      mainFilePath: path.join(TEMPLATES, template),
      inputs: { report: JSON.stringify(data) },
    });
    const document = compiled.result;
    if (!document) {
      const faults: { path: string }[] = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
      throw new Error(`The template does not compile: ${faults.map((fault) => fault.path).join(', ')}`);
    }
    return readableArabic(toPdf(typst, document));
  } finally {
    typst.evictCache(KEEP_FOR_DOCUMENTS);
  }
}

function toPdf(typst: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Buffer {
  try {
    return typst.pdf(document, { pdfStandard: PdfStandard.A_2a });
  } catch {
    return typst.pdf(document);
  }
}
