import { gzipSync } from 'node:zlib';
import { paths } from '@/lib/paths';
import type { Ground } from './ground';
import { asked } from './rows';

/** What a page's first view loads of scripts, in bytes after gzip. */
export type FirstLoad = { page: string; scripts: number; gzipped: number };

/** Every page that the goal names, as the role that may open it. */
export async function firstLoads(origin: string, ground: Ground): Promise<FirstLoad[]> {
  const { relationship_manager: manager, compliance_officer: compliance, admin } = ground.cookies;
  const pages: [page: string, path: string, cookie?: string][] = [
    [paths.signIn, paths.signIn],
    [paths.customers, paths.customers, compliance],
    [paths.newCustomer, paths.newCustomer, manager],
    ['/customers/[id]', paths.customer(ground.profileOf), compliance],
    [paths.employees, paths.employees, compliance],
    [paths.users, paths.users, admin],
    [paths.setPassword, paths.setPassword],
  ];
  const sizes = new Map<string, number>();
  const loads: FirstLoad[] = [];
  for (const [page, path, cookie] of pages) {
    const answer = await asked(`${origin}${path}`, cookie === undefined ? {} : { headers: { cookie } });
    const scripts = scriptsOf(await answer.text());
    for (const script of scripts) {
      if (!sizes.has(script)) sizes.set(script, await gzippedSize(`${origin}${script}`));
    }
    const gzipped = scripts.reduce((sum, script) => sum + (sizes.get(script) ?? 0), 0);
    loads.push({ page, scripts: scripts.length, gzipped });
  }
  return loads;
}

/** The scripts that a browser of today loads with the page: those of its script tags, but for the ones of old browsers. */
function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)];
  const modern = tags.filter(([tag]) => !/\bnomodule\b/i.test(tag));
  return [...new Set(modern.map(([, source = '']) => source.replaceAll('&amp;', '&')))];
}

async function gzippedSize(url: string): Promise<number> {
  const answer = await asked(url, { headers: { 'accept-encoding': 'identity' } });
  return gzipSync(Buffer.from(await answer.arrayBuffer())).byteLength;
}
