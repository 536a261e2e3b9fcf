import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF's text as a reader gives it back, page after page; for tests. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  const source = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await source.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  await source.destroy();
  return pages.join('\n');
}
