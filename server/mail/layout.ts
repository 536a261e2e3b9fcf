import type { MailBody } from './seal';

/** One piece of a mail, in plain words: nothing in it is markup. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'button'; label: string; url: string; fallback: string }
  | { kind: 'small'; text: string };

/** Lays a mail out as plain text and as HTML with the same words in the same order. */
export function layOut(title: string, sender: string, blocks: readonly Block[]): MailBody {
  return {
    text: `${[...blocks.map(textOf), `-- \n${sender}`].join('\n\n')}\n`,
    html: page(escaped(title), escaped(sender), blocks.map(htmlOf).join('\n')),
  };
}

function textOf(block: Block): string {
  return block.kind === 'button' ? `${block.label}:\n${block.url}` : block.text;
}

// Mail programs know neither style sheets nor custom properties for certain: every element carries its own style.
const WORDS = "font-family:'IBM Plex Sans','Segoe UI',Helvetica,Arial,sans-serif;line-height:1.55;";
const PARAGRAPH = `${WORDS}margin:0 0 16px;font-size:16px;color:#1c2430;`;
const SMALL = `${WORDS}margin:0 0 12px;font-size:13px;color:#566072;`;
const BUTTON = `${WORDS}display:inline-block;padding:12px 24px;border-radius:6px;background:#1f4fd8;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none;`;

function htmlOf(block: Block): string {
  if (block.kind === 'paragraph') return `<p dir="auto" style="${PARAGRAPH}">${lines(block.text)}</p>`;
  if (block.kind === 'small') return `<p dir="auto" style="${SMALL}">${escaped(block.text)}</p>`;
  const url = escaped(block.url);
  return `<p style="margin:24px 0;"><a href="${url}" style="${BUTTON}">${escaped(block.label)}</a></p>
<p style="${SMALL}">${escaped(block.fallback)}<br><span style="word-break:break-all;">${url}</span></p>`;
}

/** What somebody typed on several lines stays on several lines. */
function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}

function page(title: string, sender: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${title}</title>
</head>
<body style="margin:0;padding:0;background:#f3f5f8;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
<tr><td align="center" style="padding:32px 16px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #dfe4ec;border-radius:8px;">
<tr><td style="padding:32px;">
<p style="${WORDS}margin:0 0 24px;font-size:13px;font-weight:600;color:#566072;">${sender}</p>
${content}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

const ENTITY: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? character);
}
