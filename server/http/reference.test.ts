import { expect, test } from 'vitest';
import { nonceOf, referenceAsset, referencePage } from './reference';

const words = {
  title: '<b>"Reference"',
  back: 'Back',
  document: 'Document',
  operations: 'Operations',
  withoutScript: 'Sorry',
};

test('the page runs nothing inline: its scripts are files of ours, under the nonce of the request', async () => {
  const policy = "default-src 'self'; script-src 'nonce-AbC+/1==' 'strict-dynamic'";
  const page = referencePage({ words, lang: 'en', theme: 'system', nonce: nonceOf(policy) });
  const html = await page.text();
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const scripts = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/g)];
  expect(scripts).toHaveLength(2);
  for (const [, attributes, inline] of scripts) {
    expect(attributes).toMatch(/src="\/docs\/assets\/[\w.-]+" nonce="AbC\+\/1==" defer/);
    expect(inline).toBe('');
  }
  expect(html).not.toMatch(/ on\w+=|<style|javascript:| style=|https?:/);
  expect(html).toContain('&lt;b&gt;&quot;Reference&quot;');
});

test('without a policy there is no nonce; a theme of its own is in the page from the start', async () => {
  expect(nonceOf(null)).toBeUndefined();
  const html = await referencePage({ words, lang: 'ar', theme: 'dark', nonce: undefined }).text();
  expect(html).toContain('<html lang="ar" data-theme="dark" class="dark-mode">');
  expect(html).not.toContain('nonce');
});

test.each([
  ['swagger-ui.css', 'text/css'],
  ['reference.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
  ['reference.js', 'text/javascript'],
])('%s is served as %s', async (file, type) => {
  const response = await referenceAsset(file);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  expect((await response.text()).length).toBeGreaterThan(100);
});

test.each(['package.json', '../package.json', '..%2Fpackage.json', 'index.html', '__proto__', ''])(
  '%j is not served',
  async (file) => {
    expect((await referenceAsset(file)).status).toBe(404);
  },
);
