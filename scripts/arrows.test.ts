import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { ICruiseResult, IViolation } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One forbidden import for each arrow: who imports, what, and the rule that refuses it. */
const forbidden: [from: string, to: string, rule: string][] = [
  ['lib/a.ts', 'components/ui/button.tsx', 'lib-arrows'],
  ['lib/b.ts', 'server/env.ts', 'lib-arrows'],
  ['lib/c.ts', 'app/page.tsx', 'lib-arrows'],
  ['components/shell/a.tsx', 'server/auth/session.ts', 'components-arrows'],
  ['components/shell/b.tsx', 'app/page.tsx', 'components-arrows'],
  ['components/risk/a.tsx', 'components/documents/list.tsx', 'components-own-area'],
  ['components/form/a.tsx', 'components/risk/gauge.tsx', 'components-own-area'],
  ['components/ui/a.tsx', 'components/form/field.tsx', 'components-ui-knows-no-domain'],
  ['components/ui/b.tsx', 'lib/kyc/states.ts', 'components-ui-knows-no-domain'],
  ['server/risk/a.ts', 'components/ui/button.tsx', 'server-arrows'],
  ['server/risk/b.ts', 'app/page.tsx', 'server-arrows'],
  ['i18n/a.ts', 'server/env.ts', 'i18n-arrows'],
  ['e2e/a.ts', 'server/db/client.ts', 'e2e-arrows'],
  ['proxy.ts', 'server/db/client.ts', 'proxy.ts-arrows'],
  ['instrumentation.ts', 'server/db/client.ts', 'instrumentation.ts-arrows'],
  ['app/e.tsx', 'e2e/fixtures.ts', 'app-arrows'],
  ['app/a.tsx', 'server/db/client.ts', 'app-to-server'],
  ['app/b.tsx', 'server/kyc/embedded/customers.ts', 'app-to-server'],
  ['app/c.tsx', 'server/webhooks/outbox.ts', 'app-to-server'],
  ['app/d.tsx', 'app/api/health/route.ts', 'own-route-folder (app)'],
  ['app/api/health/a.ts', 'app/page.tsx', 'own-route-folder (app/api/health)'],
  ['server/actions/a.ts', 'server/kyc/embedded/customers.ts', 'server-actions-arrows'],
  ['server/audit/a.ts', 'server/casework/notes.ts', 'server-audit-arrows'],
  ['server/cases/a.ts', 'server/casework/notes.ts', 'server-cases-arrows'],
  ['server/auth/a.ts', 'server/kyc/index.ts', 'server-auth-arrows'],
  ['server/casework/a.ts', 'server/kyc/index.ts', 'server-casework-arrows'],
  ['server/db/a.ts', 'server/audit/record.ts', 'server-db-arrows'],
  ['server/db/b.ts', 'server/db/demo/index.ts', 'server-db-arrows'],
  ['server/documents/a.ts', 'server/audit/record.ts', 'server-documents-arrows'],
  ['server/env.ts', 'server/log.ts', 'server-env-arrows'],
  ['server/http/a.ts', 'server/kyc/embedded/customers.ts', 'server-http-arrows'],
  ['server/jobs/a.ts', 'server/kyc/remote/http.ts', 'server-jobs-arrows'],
  ['server/kyc/embedded/a.ts', 'server/casework/notes.ts', 'server-kyc-embedded-arrows'],
  ['server/kyc/embedded/b.ts', 'server/webhooks/receive.ts', 'server-kyc-embedded-arrows'],
  ['server/kyc/embedded/c.ts', 'server/http/envelope.ts', 'server-kyc-embedded-arrows'],
  ['server/kyc/office.ts', 'server/http/envelope.ts', 'server-kyc-index-arrows'],
  ['server/kyc/remote/a.ts', 'server/db/client.ts', 'server-kyc-remote-arrows'],
  ['server/kyc/remote/b.ts', 'server/audit/record.ts', 'server-kyc-remote-arrows'],
  ['server/log.ts', 'server/db/client.ts', 'server-log-arrows'],
  ['server/mail/a.ts', 'server/jobs/queue.ts', 'server-mail-arrows'],
  ['server/queue/a.ts', 'server/jobs/runner.ts', 'server-queue-arrows'],
  ['server/reports/a.ts', 'server/kyc/index.ts', 'server-reports-arrows'],
  ['server/risk/c.ts', 'server/db/client.ts', 'server-risk-arrows'],
  ['server/secrets.ts', 'server/db/client.ts', 'server-secrets-arrows'],
  ['server/webhooks/a.ts', 'server/kyc/index.ts', 'server-webhooks-arrows'],
  ['server/boot.ts', 'server/misc/helper.ts', 'server-unknown-part'],
  ['lib/d.ts', 'node:fs', 'lib-runs-anywhere'],
  ['server/mail/b.ts', 'server/mail/smtp.test.ts', 'product-takes-no-test'],
  ['server/mail/c.ts', 'server/mail/c.ts', 'no-circle'],
  ['server/mail/d.ts', './nowhere', 'not-to-unresolvable'],
];

/** Imports that must stay allowed, so that no rule is right merely because it refuses everything. */
const allowed: [from: string, to: string][] = [
  ['app/page.tsx', 'server/kyc/index.ts'],
  ['app/layout.tsx', 'app/providers.tsx'],
  ['components/customers/form.tsx', 'components/form/field.tsx'],
  ['components/form/field.tsx', 'components/ui/button.tsx'],
  ['server/kyc/index.ts', 'server/kyc/remote/http.ts'],
  ['server/kyc/embedded/documents.ts', 'server/webhooks/outbox.ts'],
  ['server/db/demo/index.ts', 'server/kyc/embedded/customers.ts'],
  ['server/kyc/embedded/models.ts', 'server/queue/enqueue.ts'],
  ['server/mail/smtp.test.ts', 'server/kyc/embedded/customers.ts'],
  ['server/log.ts', 'server/env.ts'],
];

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'arrows-'));

/** The result of one cruise with the project's own rules over the given paths below `cwd`. */
async function cruise(cwd: string, paths: string[]): Promise<ICruiseResult> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    program,
    '--config',
    join(root, '.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    ...paths,
  ];
  // The exit code counts violations; the report on stdout is what is looked at.
  const run = promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 2 ** 28 });
  const { stdout } = await run.catch((error: unknown) => error as { stdout: string });
  return JSON.parse(stdout) as ICruiseResult;
}

/** Writes a small tree in which each file holds the imports that the two tables name. */
function writeTree(): void {
  const files = new Map<string, string[]>();
  for (const [from, to] of [...forbidden, ...allowed]) {
    const specifier = /^(node:|\.)/.test(to) ? to : relative(dirname(from), to).replace(/^(?!\.)/, './');
    files.set(from, [...(files.get(from) ?? []), specifier.replace(/\.tsx?$/, '')]);
    if (specifier !== to && !files.has(to)) files.set(to, []);
  }
  for (const [path, imports] of files) {
    const lines = [...imports.map((specifier) => `import '${specifier}';`), 'export {};', ''];
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), lines.join('\n'));
  }
}

describe('the import arrows', () => {
  let violations: readonly IViolation[] = [];
  let rules: (string | undefined)[] = [];

  beforeAll(async () => {
    writeTree();
    const { summary } = await cruise(folder, ['.']);
    violations = summary.violations;
    rules = (summary.ruleSetUsed?.forbidden ?? []).map((rule) => rule.name);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(forbidden)('refuse %s → %s (%s)', (from, to, rule) => {
    const names = violations
      .filter((violation) => violation.from === from)
      .map((violation) => violation.rule.name);
    expect(names, `${from} → ${to}`).toContain(rule);
  });

  it.each(allowed)('let %s → %s pass', (from, to) => {
    expect(violations.filter((violation) => violation.from === from && violation.to === to)).toEqual([]);
  });

  it('are each fed a forbidden import here, but for the further folders of routes', () => {
    const fed = new Set<string | undefined>(forbidden.map(([, , rule]) => rule));
    expect(rules.length).toBeGreaterThan(fed.size / 2);
    expect(rules.filter((rule) => !fed.has(rule) && !rule?.startsWith('own-route-folder'))).toEqual([]);
  });
});

describe('the project itself', () => {
  it('marks as server-only whatever a route, the proxy or the start takes from the server', async () => {
    const tree = await cruise(root, ['app', 'proxy.ts', 'instrumentation.ts']);
    const taken = tree.modules
      .filter((module) => !/^server\/|\.test\.tsx?$/.test(module.source))
      .flatMap((module) => module.dependencies)
      .filter((dependency) => !dependency.typeOnly && /^server\/.*\.tsx?$/.test(dependency.resolved))
      .map((dependency) => dependency.resolved);
    const entries = [...new Set(taken)];
    expect(entries.length).toBeGreaterThan(0);
    const marked = /^(import 'server-only';|'use server';)$/m;
    expect(entries.filter((path) => !marked.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});
