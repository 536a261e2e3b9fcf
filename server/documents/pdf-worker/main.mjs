// The thread in which strangers' PDFs are looked through (server/documents/pdf.ts starts it by path). Plain JavaScript, because it
// runs outside of every bundle. It answers each file's bytes with { pageCount } or { refusal }.
import { parentPort } from 'node:worker_threads';
import { allowBytes, isSpent, TooMuchError } from './allowance.mjs';
import { namesIn } from './names.mjs';

// The allowance has to be in place before the reader is loaded.
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** Room for what is unpacked of one file. A PDF of 20 MiB whose objects need more is none that a person made. */
const UNPACKED_BYTES = 256 * 1024 * 1024;
/** What has to stand at the end, as the format's first reader demands it: a file that was cut off lacks it. */
const END = '%%EOF';
const END_WITHIN = 1_024;

/** What the trailer of an encrypted file names. */
const ENCRYPTED = 'Encrypt';
/** Names that make a PDF do something when it is opened or clicked, or carry another file. */
const ACTIVE = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'ImportData',
  'RichMedia',
]);

parentPort.on('message', async (bytes) => {
  parentPort.postMessage(await look(bytes));
});

async function look(bytes) {
  allowBytes(UNPACKED_BYTES);
  const names = new Set();
  try {
    const found = await inspect(bytes, names);
    return isSpent() ? { refusal: 'tooMuch' } : found;
  } catch (error) {
    if (isSpent() || error instanceof TooMuchError || error instanceof RangeError)
      return { refusal: 'tooMuch' };
    const encrypted = error?.name === 'PasswordException' || names.has(ENCRYPTED);
    return { refusal: encrypted ? 'encrypted' : 'damaged' };
  } finally {
    allowBytes(Infinity);
  }
}

async function inspect(bytes, names) {
  const file = Buffer.from(bytes.buffer);
  if (!file.subarray(-END_WITHIN).includes(END)) return { refusal: 'damaged' };
  for (const name of namesIn(file, [...ACTIVE, ENCRYPTED], UNPACKED_BYTES)) names.add(name);
  const task = getDocument({
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    stopAtErrors: true,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    if (info.EncryptFilterName) return { refusal: 'encrypted' };
    const active = [...names].some((name) => ACTIVE.has(name)) || info.IsXFAPresent;
    if (active || (await isActive(document))) return { refusal: 'active' };
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      page.cleanup();
    }
    return document.numPages > 0 ? { pageCount: document.numPages } : { refusal: 'damaged' };
  } finally {
    await task.destroy();
  }
}

/** The same question, asked of the reader: it also finds what a file hides from a look at its names. */
async function isActive(document) {
  return (
    (await document.getJSActions()) !== null ||
    (await document.hasJSActions()) ||
    (await document.getAttachments()) !== null
  );
}
