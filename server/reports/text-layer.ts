/*
 * Arabic is drawn right to left, so a reader of a PDF's text meets the glyphs of a line last letter first and turns the line
 * round. A glyph that stands for several letters (lam-alef, as in الأنصاري) is named by Typst in logical order, and every
 * reader that was tried (Poppler, PDF.js, PDFium, MuPDF) turns that round as well: األنصاري. A vowel sign is named by its
 * whole cluster, letter included, so the letter is read twice. Here each Arabic glyph of the `ToUnicode` maps is named so that
 * those readers give back what was written: letters by themselves in the order of drawing, signs by themselves.
 *
 * The maps are ASCII, uncompressed, and keep their length (a shorter name is padded with blanks), so no offset in the file moves.
 */

const FONT = /\/DescendantFonts \[(\d+) 0 R\]\s+\/ToUnicode (\d+) 0 R/g;
const RTL = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
const SIGN = /\p{M}/u;

/** A copy of the PDF whose Arabic text the common readers give back as written; without such text, the same bytes. */
export function readableArabic(pdf: Buffer): Uint8Array<ArrayBuffer> {
  const text = pdf.toString('latin1');
  const copy = Buffer.alloc(pdf.length, pdf);
  for (const [, fontId, mapId] of text.matchAll(FONT)) {
    const map = objectAt(text, Number(mapId));
    const font = objectAt(text, Number(fontId));
    if (!map || !font) continue;
    const wide = glyphsWithWidth(font.body);
    copy.write(renamed(map.body, wide), map.start, 'latin1');
  }
  return new Uint8Array(copy.buffer, copy.byteOffset, copy.length);
}

function objectAt(text: string, id: number): { start: number; body: string } | undefined {
  const start = text.indexOf(`\n${id} 0 obj\n`);
  const end = start < 0 ? -1 : text.indexOf('\nendobj', start);
  return end < 0 ? undefined : { start, body: text.slice(start, end) };
}

/** `/W` lists runs as "first last width"; a glyph that it does not list has the default width, which is 0: a sign. */
function glyphsWithWidth(font: string): ReadonlySet<number> {
  const numbers = (/\/W \[([\d. ]*)\]/.exec(font)?.[1] ?? '').split(' ').map(Number);
  const wide = new Set<number>();
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    const [first = 0, last = 0, width = 0] = numbers.slice(at, at + 3);
    for (let glyph = first; width > 0 && glyph <= last; glyph += 1) wide.add(glyph);
  }
  return wide;
}

function renamed(map: string, wide: ReadonlySet<number>): string {
  return map.replace(/^<([0-9A-F]{4})> <((?:[0-9A-F]{4}){2,})>$/gim, (entry, glyph: string, name: string) => {
    const characters = (name.match(/.{4}/g) ?? []).map((unit) =>
      String.fromCharCode(Number.parseInt(unit, 16)),
    );
    if (!characters.some((character) => RTL.test(character))) return entry;
    const drawn = wide.has(Number.parseInt(glyph, 16));
    const own = characters.filter((character) => SIGN.test(character) !== drawn).reverse();
    if (own.length === 0) return entry;
    const units = own.map((character) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'));
    return `<${glyph}> <${units.join('')}>`.padEnd(entry.length);
  });
}
