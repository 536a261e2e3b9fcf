// Finds the names (`/JavaScript`, `/Launch`, …) in a PDF: anywhere in the file, and in the objects that are packed into object
// streams. It follows no structure, so a file that shows a scanner another structure than a viewer hides nothing by it.
import { inflateSync } from 'node:zlib';
import { TooMuchError } from './allowance.mjs';

const [SLASH, HASH] = Buffer.from('/#');
/** The type of a stream of packed objects. */
const PACKED = 'ObjStm';
/** What ends a name: white space and delimiters. */
const ENDS = new Set(Buffer.from('\0\t\n\f\r ()<>[]{}/%'));
/** The longest name that the format allows. */
const NAME_BYTES = 127;
/** How far from its type a stream's dictionary may begin and its content follow. */
const DICTIONARY_BYTES = 4_096;
/** What keeps the names of an unpacked stream from being read as they stand; no program that packs objects uses it. */
const OBSCURE = /Predictor|ASCII85|ASCIIHex|LZW|RunLength|Crypt|JBIG2|DCT|CCITT|JPX/;

/**
 * Which of the `wanted` names stand in a file, however they are escaped. `unpackedLimit`: for the object streams, in bytes, all of
 * them together.
 *
 * @throws TooMuchError
 */
export function namesIn(file, wanted, unpackedLimit) {
  const names = new Set();
  const sought = new Set([...wanted, PACKED]);
  let left = unpackedLimit;
  for (const { name, at } of namesOf(file, sought)) {
    names.add(name);
    if (name !== PACKED) continue;
    const objects = objectsOf(file, at, left);
    left -= objects.length;
    for (const inner of namesOf(objects, sought)) names.add(inner.name);
  }
  return names;
}

function* namesOf(bytes, sought) {
  // One byte decides of nearly all: a file's pictures are full of slashes.
  const first = new Uint8Array(256);
  first[HASH] = 1;
  for (const name of sought) first[name.charCodeAt(0)] = 1;
  for (let at = bytes.indexOf(SLASH); at >= 0; at = bytes.indexOf(SLASH, at + 1)) {
    if (first[bytes[at + 1] ?? 0] === 0) continue;
    const last = Math.min(at + 1 + NAME_BYTES, bytes.length);
    let end = at + 1;
    while (end < last && !ENDS.has(bytes[end])) end += 1;
    const name = unescaped(bytes.latin1Slice(at + 1, end));
    if (sought.has(name)) yield { name, at };
  }
}

/** What is packed in the object stream whose type is named at `at`; nothing where that is no stream that can be unpacked. */
function objectsOf(file, at, limit) {
  const from = Math.max(0, at - DICTIONARY_BYTES);
  const start = Math.max(file.lastIndexOf('obj', at), from);
  const keyword = file.indexOf('stream', at);
  if (keyword < 0 || keyword - at > DICTIONARY_BYTES) return Buffer.alloc(0);
  if (OBSCURE.test(unescaped(file.latin1Slice(start, keyword)))) throw new TooMuchError();
  let content = keyword + 'stream'.length;
  if (file[content] === 0x0d) content += 1;
  if (file[content] === 0x0a) content += 1;
  try {
    return inflateSync(file.subarray(content), { maxOutputLength: Math.max(limit, 1) });
  } catch (error) {
    if (error?.code === 'ERR_BUFFER_TOO_LARGE') throw new TooMuchError();
    // Not packed: then its names stand in the file as they are. Or damaged: that is the reader's to say.
    return Buffer.alloc(0);
  }
}

/** `J#61vaScript` is JavaScript. */
function unescaped(name) {
  return name.replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
