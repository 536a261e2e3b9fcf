// A program: sets the report of a profile (a JSON file) again and again in this process, and prints the times as JSON.
import { readFileSync } from 'node:fs';
import type { Profile } from '@/lib/kyc/contract/profiles';
import { sourceNamer } from '@/lib/kyc/sources';
import { renderProfileReport } from '@/server/reports/profile-report';
import type { ProfileReport } from '@/server/reports/report';
import { pagesOf } from './pdf';

/** Milliseconds. */
export type Rendering = { pages: number; p50: number; p99: number };

const [file = '', times = '40'] = process.argv.slice(2);
const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile;
const report = {
  profile,
  assessments: [profile.riskAssessment],
  nameSource: sourceNamer(),
  reviews: new Map(),
  requests: [],
  casework: { audience: 'system', decisions: [] },
  review: null,
  generatedAt: new Date(),
  generatedBy: 'bench',
  language: 'en',
} as ProfileReport;

for (let warm = 0; warm < 5; warm += 1) await render();
const pages = await pagesOf(renderProfileReport(report));
const took: number[] = [];
for (let time = 0; time < Number(times); time += 1) took.push(await render());
took.sort((a, b) => a - b);
const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0;
const rendering: Rendering = { pages, p50: at(0.5), p99: at(0.99) };
process.stdout.write(JSON.stringify(rendering));

async function render(): Promise<number> {
  const started = performance.now();
  renderProfileReport({ ...report, generatedAt: new Date() });
  const ended = performance.now();
  // The memory of one document is freed when the event loop turns.
  await new Promise(setImmediate);
  return ended - started;
}
