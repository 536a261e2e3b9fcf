import { gzipSync } from 'node:zlib';
import { paths } from '@/lib/paths';
import type { Ground } from './ground';
import { asked } from './rows';

/** What a page's first view loads of scripts, in bytes after gzip. */
export type FirstLoad = { page: string; scripts: number; gzipped: number };

/** Every page that the goal names, as the role that may open it, and a page of the floor with nothing on it. */
export async function firstLoads(origin: string, floor: string, ground: Ground): Promise<FirstLoad[]> {
  const { relationship_manager: manager, compliance_officer: compliance, admin } = ground.cookies;
  const pages: [page: string, url: string, cookie?: string][] = [
    ['an empty page (floor)', `${floor}/empty`],
    [paths.signIn, `${origin}${paths.signIn}`],
    [paths.home, `${origin}${paths.home}`, compliance],
    [paths.customers, `${origin}${paths.customers}`, compliance],
    [paths.newCustomer, `${origin}${paths.newCustomer}`, manager],
    ['/customers/[id]', `${origin}${paths.customer(ground.profileOf)}`, compliance],
    ['/customers/[id]/form/[page]', `${origin}${paths.capture(ground.pageOf)}`, manager],
    [paths.portalSignIn, `${origin}${paths.portalSignIn}`],
    [paths.employees, `${origin}${paths.employees}`, compliance],
    [paths.users, `${origin}${paths.users}`, admin],
    [paths.setPassword, `${origin}${paths.setPassword}`],
  ];
  const loads: FirstLoad[] = [];
  for (const [page, url, cookie] of pages) {
    const answer = await asked(url, cookie === undefined ? {} : { headers: { cookie } });
    const scripts = scriptsOf(await answer.text()).map((script) => new URL(script, url).href);
    const sizes = await Promise.all(scripts.map(gzippedSize));
    loads.push({ page, scripts: scripts.length, gzipped: sizes.reduce((sum, size) => sum + size, 0) });
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
