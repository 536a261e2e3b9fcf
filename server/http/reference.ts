import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { paths } from '@/lib/paths';
import type { ThemeChoice } from '@/lib/preferences';
import { referenceScript, referenceStyle } from './reference-assets';

/** The words of the page around the reference. */
export type ReferenceWords = {
  title: string;
  back: string;
  document: string;
  operations: string;
  withoutScript: string;
};

/**
 * The reference page: the OpenAPI document shown by Swagger UI, all of it served by ourselves. A whole document of its
 * own, because Swagger UI's styles and the product's would meddle with each other. `nonce` is the one of the request's
 * content security policy, if it has one.
 */
export function referencePage(given: {
  words: ReferenceWords;
  lang: string;
  theme: ThemeChoice;
  nonce: string | undefined;
}): Response {
  const { lang, theme, nonce } = given;
  const words = mapped(given.words, escaped);
  const script = (file: string) =>
    `<script src="${paths.apiReference}/assets/${file}"${nonce ? ` nonce="${escaped(nonce)}"` : ''} defer></script>`;
  const html = `<!doctype html>
<html lang="${escaped(lang)}" data-theme="${theme}"${theme === 'dark' ? ' class="dark-mode"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${words.title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${paths.apiReference}/assets/swagger-ui.css">
<link rel="stylesheet" href="${paths.apiReference}/assets/reference.css">
${script('swagger-ui-bundle.js')}
${script('reference.js')}
</head>
<body>
<header>
<nav><a href="${paths.home}">${words.back}</a><a href="${paths.openApi}">${words.document}</a></nav>
</header>
<div id="reference" data-title="${words.title}" data-operations="${words.operations}"><noscript>${words.withoutScript}</noscript></div>
</body>
</html>
`;
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** The nonce that a content security policy allows scripts to carry. */
export function nonceOf(policy: string | null): string | undefined {
  return /'nonce-([\w+/=-]+)'/.exec(policy ?? '')?.[1];
}

type Asset = { type: string; content: () => Promise<Buffer | string> };

/** Reads a file of the npm package; the product runs with its own folder as the working one. */
const fromPackage = (file: string) => () =>
  readFile(path.join(process.cwd(), 'node_modules/swagger-ui-dist', file));

/** Everything that the page loads; nothing else is served. */
const ASSETS = new Map<string, Asset>([
  ['swagger-ui.css', { type: 'text/css', content: fromPackage('swagger-ui.css') }],
  ['swagger-ui-bundle.js', { type: 'text/javascript', content: fromPackage('swagger-ui-bundle.js') }],
  ['reference.css', { type: 'text/css', content: async () => referenceStyle() }],
  ['reference.js', { type: 'text/javascript', content: async () => referenceScript }],
]);

/** One file of the page, 404 for any other name. */
export async function referenceAsset(file: string): Promise<Response> {
  const asset = ASSETS.get(file);
  if (!asset) return new Response(null, { status: 404 });
  const content = await asset.content();
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'Content-Type': `${asset.type}; charset=utf-8`,
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

function mapped(words: ReferenceWords, change: (text: string) => string): ReferenceWords {
  const { title, back, document, operations, withoutScript } = words;
  return {
    title: change(title),
    back: change(back),
    document: change(document),
    operations: change(operations),
    withoutScript: change(withoutScript),
  };
}
