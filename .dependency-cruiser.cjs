// The house's import arrows (ARCHITECTURE.md, "Who may import whom"), as tables that the rules are made from.
// scripts/arrows.test.ts feeds each of them a forbidden import and checks that it is refused.

const { readdirSync } = require('node:fs');
const { join, posix } = require('node:path');

/** The table of the top-level folders: what each may use besides itself. */
const TOP = {
  lib: [],
  components: ['lib'],
  server: ['lib'],
  app: ['lib', 'components', 'server'],
  i18n: ['lib'],
  e2e: ['lib'],
  'proxy.ts': ['lib', 'server/auth', 'server/env.ts'],
  'instrumentation.ts': ['server/boot.ts'],
};

/** What a route may use of the server. */
const APP_TO_SERVER = [
  'actions',
  'auth',
  'kyc/index',
  'casework',
  'http',
  'audit',
  'mail/outbox-desk',
  'queue/desk',
  'webhooks/receive',
  'env',
];

/** The parts of the server that every other part may use. */
const BOTTOM = ['db', 'env', 'log', 'secrets'];

/** For each part of the server what it may use besides itself and the bottom. `null`: everything. */
const SERVER = {
  actions: ['audit', 'auth', 'casework', 'kyc/index', 'mail', 'queue'],
  audit: [],
  auth: ['audit', 'cases', 'mail'],
  boot: null,
  cases: ['audit'],
  casework: ['audit', 'cases', 'documents', 'mail', 'queue'],
  db: [],
  'db/demo': null,
  documents: [],
  env: [],
  http: ['audit', 'kyc/index'],
  jobs: ['audit', 'casework', 'documents', 'kyc/index', 'mail', 'queue', 'webhooks'],
  'kyc/embedded': [
    'audit',
    'auth/links',
    'cases',
    'documents',
    'mail',
    'queue',
    'reports',
    'risk',
    'webhooks/outbox',
  ],
  'kyc/index': ['audit', 'casework', 'kyc/embedded', 'kyc/remote', 'queue'],
  'kyc/remote': [],
  log: [],
  mail: ['audit'],
  queue: ['audit'],
  reports: [],
  risk: [],
  secrets: [],
  webhooks: ['audit'],
};

/** Parts of the server that may not even use the whole bottom. */
const BOTTOM_OF = {
  db: ['env', 'log'],
  env: [],
  log: ['env'],
  risk: [],
  secrets: ['env'],
  'kyc/remote': ['env', 'log'],
};

/** A test may reach any part of the server, to arrange what it looks at. */
const TESTS = '\\.(test|suite)\\.tsx?$|^server/(db|documents)/testing';

const escaped = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const folderOrFile = (path) => `^${escaped(path)}(/|\\.tsx?$|$)`;

/** The files of one part: `kyc/index` stands for the files directly under server/kyc, which make up its root. */
function part(name) {
  if (name === 'kyc/index') return '^server/kyc/[^/]+$';
  if (name === 'db') return '^server/db/(?!demo/)';
  return folderOrFile(`server/${name}`);
}

const topRules = Object.entries(TOP).map(([from, may]) => ({
  name: `${from}-arrows`,
  comment: `${from} may use ${['itself', ...may].join(', ')}`,
  severity: 'error',
  from: { path: folderOrFile(from) },
  to: {
    path: '^(app|bench|components|e2e|i18n|lib|scripts|server)/|^(proxy|instrumentation)\\.ts$',
    pathNot: [from, ...may].map(folderOrFile),
  },
}));

const serverRules = Object.entries(SERVER).flatMap(([from, may]) =>
  may === null
    ? []
    : {
        name: `server-${from.replace('/', '-')}-arrows`,
        comment: `server/${from} may use ${[...may, ...(BOTTOM_OF[from] ?? BOTTOM)].join(', ') || 'lib only'}`,
        severity: 'error',
        from: { path: part(from), pathNot: TESTS },
        to: { path: '^server/', pathNot: [from, ...may, ...(BOTTOM_OF[from] ?? BOTTOM)].map(part) },
      },
);

/** All folders of routes, relative to the project. */
function routeFolders(folder = 'app') {
  const below = readdirSync(join(__dirname, folder), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return [folder, ...below.flatMap((entry) => routeFolders(posix.join(folder, entry.name)))];
}

/** The folders above a route's own, without app itself: what lies there is shared by the routes below. */
function above(folder) {
  const parent = posix.dirname(folder);
  return parent === 'app' || parent === '.' ? [] : [parent, ...above(parent)];
}

const routeRules = routeFolders().map((folder) => ({
  name: `own-route-folder (${folder})`,
  comment:
    'a route takes from app/ only what lies in its own folder or in one that it lies in; what other routes share is a component',
  severity: 'error',
  from: { path: `^${escaped(folder)}/[^/]+$` },
  to: {
    path: '^app/',
    pathNot:
      folder === 'app'
        ? '^app/[^/]+$'
        : [`^${escaped(folder)}/`, ...above(folder).map((one) => `^${escaped(one)}/[^/]+$`)],
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...topRules,
    ...serverRules,
    ...routeRules,
    {
      name: 'app-to-server',
      comment: `a route may use of the server: ${APP_TO_SERVER.join(', ')}`,
      severity: 'error',
      from: { path: '^app/', pathNot: TESTS },
      to: { path: '^server/', pathNot: APP_TO_SERVER.map(part) },
    },
    {
      name: 'server-unknown-part',
      comment: 'a new part of the server first gets its arrows in the table of this file',
      severity: 'error',
      from: {},
      to: { path: '^server/', pathNot: Object.keys(SERVER).map(part) },
    },
    {
      name: 'components-own-area',
      comment: 'a component uses its own area, ui, form, and the marks of the domain in kyc',
      severity: 'error',
      from: { path: '^components/([^/]+)/' },
      to: { path: '^components/', pathNot: '^components/($1|ui|form|kyc)/' },
    },
    {
      name: 'components-ui-knows-no-domain',
      comment: 'ui has no word of the domain and stands on nothing but itself and plain helpers',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^components/(form|kyc)/|^lib/(kyc|auth|query)/' },
    },
    {
      name: 'lib-runs-anywhere',
      comment: 'lib may be sent to a browser: nothing of Node in it',
      severity: 'error',
      from: { path: '^(lib|components)/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-takes-no-test',
      comment: 'tests, suites and their kits are used by tests only',
      severity: 'error',
      from: { path: '^(app|components|i18n|lib|server)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no-circle',
      comment: 'no file imports in a ring, types included',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next[^/]*|data|public)/|server/db/migrations' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
