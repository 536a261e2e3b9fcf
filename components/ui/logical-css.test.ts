import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/* Classes that name a side of the screen, which is the wrong one in a text that runs right to left. */
const sided =
  /(?<![\w-])(?:[a-z-]+:|!)*-?(?:ml|mr|pl|pr|left|right|border-l|border-r|rounded-(?:l|r|tl|tr|bl|br)|scroll-m[lr]|scroll-p[lr])-[\w.[(]|(?<![\w-])(?:text|float|clear)-(?:left|right)(?![\w-])/;

const sources = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name)),
);

it('no component or page names a side: spaces and edges are those of the text', () => {
  const found = sources.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, at) => (sided.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );
  expect(sources.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});
