import 'server-only';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const perMinute = z.coerce.number().int().min(1).max(1_000_000);
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });

/** The variables that point the product at somebody else's KYC API: all of them or none. */
const REMOTE = ['KYC_API_URL', 'KYC_AUTH_URL', 'KYC_APP_ID', 'KYC_APP_SECRET', 'KYC_TENANT_ID'] as const;

const variables = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  AUTH_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  NEXTAUTH_URL: httpUrl.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// URL' }).optional(),
  MAIL_FROM: z.string().min(3).default('KYC onboarding <no-reply@localhost>'),
  KYC_API_URL: httpUrl.optional(),
  KYC_AUTH_URL: httpUrl.optional(),
  KYC_APP_ID: z.string().min(1).optional(),
  KYC_APP_SECRET: z.string().min(1).optional(),
  KYC_TENANT_ID: z.string().min(1).optional(),
  KYC_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(10_000),
  RATE_LIMIT_CREATE_PER_MINUTE: perMinute.default(10),
  RATE_LIMIT_RETRIEVE_PER_MINUTE: perMinute.default(60),
  RATE_LIMIT_DOWNLOAD_PER_MINUTE: perMinute.default(30),
  RATE_LIMIT_OTHER_PER_MINUTE: perMinute.default(300),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  DOCUMENT_KEYS: z.string().transform(documentKeys).optional(),
  S3_BUCKET: z.string().min(3).max(255).optional(),
  S3_ENDPOINT: httpUrl.optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_PREFIX: z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)*$/, {
      error: 'must be folder names of letters, digits, . _ - with / between them',
    })
    .optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
});

/** A key that wraps documents' data keys: 32 bytes, and the name under which a wrapped key tells which one it was. */
export type DocumentKey = { id: string; key: Buffer };

/** `id:base64,id:base64`: the first is the current one. A fault never quotes what was given. */
function documentKeys(text: string, context: z.RefinementCtx): DocumentKey[] {
  const keys = text.split(',').map((one) => {
    const [, id = '', encoded = ''] = /^\s*([\w.-]{1,64}):([A-Za-z0-9+/_-]{43}=?)\s*$/.exec(one) ?? [];
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const ids = new Set(keys.map(({ id }) => id));
  if (keys.some(({ id, key }) => id === '' || key.length !== 32) || ids.size < keys.length) {
    context.addIssue(
      'must be id:key pairs with commas between them, each key 32 bytes in base64, no id twice',
    );
  }
  return keys;
}

/** Addresses that only this machine reaches: the only ones on which demo accounts, whose password is known, are served. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Hosts that mean all of the machine's addresses, and so none that a browser could be sent to. */
const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);

type Given = Readonly<Record<string, string | undefined>>;

/** What is wrong between variables, each of which may be right or wrong by itself. */
function faultsBetween(given: Given): string[] {
  const fault = (name: string, message: string) => `  ${name}: ${message}`;
  const remote = REMOTE.filter((name) => given[name] !== undefined);
  const missing = remote.length > 0 ? REMOTE.filter((name) => given[name] === undefined) : [];
  const faults = missing.map((name) => fault(name, `is required with ${remote[0]}`));
  const host = given.HOST ?? '127.0.0.1';
  if (given.AUTH_SECRET === undefined) {
    if (!LOOPBACK.has(host)) {
      faults.push(
        fault('HOST', 'must be a loopback address in demo mode; set AUTH_SECRET for a real installation'),
      );
    }
    const real = ['DATABASE_URL', 'SMTP_URL'].filter((name) => given[name] !== undefined);
    if (real.length > 0) faults.push(fault('AUTH_SECRET', `is required with ${real.join(' and ')}`));
  } else if (EVERY_ADDRESS.has(host) && given.NEXTAUTH_URL === undefined) {
    faults.push(fault('NEXTAUTH_URL', `is required with HOST ${host}: it is the address that browsers use`));
  }
  return [...faults, ...storeFaults(given).map(([name, message]) => fault(name, message))];
}

function storeFaults(given: Given): [name: string, message: string][] {
  const faults: [string, string][] = [];
  if (given.S3_BUCKET === undefined) {
    const idle = ['S3_ENDPOINT', 'S3_PREFIX', 'S3_ACCESS_KEY_ID'].find((name) => given[name] !== undefined);
    if (idle) faults.push(['S3_BUCKET', `is required with ${idle}`]);
  } else if (given.DOCUMENT_KEYS === undefined) {
    // Keys in one machine's data folder would be the only ones to a bucket that others may use too.
    faults.push(['DOCUMENT_KEYS', 'is required with S3_BUCKET']);
  }
  const pair = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  for (const [one, other] of [pair, [pair[1], pair[0]]] as const) {
    if (given[one] !== undefined && given[other] === undefined)
      faults.push([other, `is required with ${one}`]);
  }
  return faults;
}

/** How to reach somebody else's KYC API. */
export type RemoteSettings = {
  apiUrl: string;
  authUrl: string;
  appId: string;
  appSecret: string;
  tenantId: string;
  timeoutMs: number;
};

/** A bucket of an S3-compatible store. */
export type S3Settings = {
  bucket: string;
  region: string;
  /** Undefined for Amazon's own. */
  endpoint: string | undefined;
  /** Below which all keys lie; undefined for the bucket's root. */
  prefix: string | undefined;
  /** Undefined where the SDK finds them itself (the machine's role, its profile). */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
};

/** The product's configuration, parsed once. */
export type Env = {
  /** `demo` without AUTH_SECRET: demo data and accounts, loopback only. `real` with it: no known password anywhere. */
  mode: 'demo' | 'real';
  /** The tenant of the staff and of all that the embedded engine holds. */
  tenantId: string;
  host: string;
  port: number;
  dataDir: string;
  /** Where browsers reach the product, without a slash at its end. */
  origin: string;
  /** Undefined in demo mode, whose secret is made on first start and kept in the data folder. */
  authSecret: string | undefined;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Undefined where the embedded engine answers. */
  remote: RemoteSettings | undefined;
  /** Requests a minute of one API client. Contract section 1. */
  rateLimits: { create: number; retrieve: number; download: number; other: number };
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** The keys of DOCUMENT_KEYS, the current one first; none where the data folder's own are used. */
  documentKeys: readonly DocumentKey[];
  /** Undefined where documents lie in the data folder. */
  s3: S3Settings | undefined;
};

/** A configuration that cannot be used; its message names every variable that is wrong and what is wanted. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/** Parses a set of variables; an empty one counts as absent. Throws one `EnvError` that names all faults. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  const faults = (parsed.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  faults.push(...faultsBetween(given));
  if (!parsed.success || faults.length > 0) {
    throw new EnvError(`The configuration cannot be used:\n${faults.join('\n')}`);
  }
  const value = parsed.data;
  const mode = value.AUTH_SECRET === undefined ? 'demo' : 'real';
  return {
    mode,
    tenantId: mode === 'demo' ? 'demo-tenant' : 'main',
    host: value.HOST,
    port: value.PORT,
    dataDir: value.DATA_DIR,
    origin: (value.NEXTAUTH_URL ?? `http://${urlHost(value.HOST)}:${value.PORT}`).replace(/\/+$/, ''),
    authSecret: value.AUTH_SECRET,
    databaseUrl: value.DATABASE_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    remote: remoteSettings(value),
    rateLimits: {
      create: value.RATE_LIMIT_CREATE_PER_MINUTE,
      retrieve: value.RATE_LIMIT_RETRIEVE_PER_MINUTE,
      download: value.RATE_LIMIT_DOWNLOAD_PER_MINUTE,
      other: value.RATE_LIMIT_OTHER_PER_MINUTE,
    },
    logLevel: value.LOG_LEVEL,
    documentKeys: value.DOCUMENT_KEYS ?? [],
    s3: s3Settings(value),
  };
}

function s3Settings(value: z.output<typeof variables>): S3Settings | undefined {
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_PREFIX, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = value;
  if (S3_BUCKET === undefined) return undefined;
  const credentials =
    S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
      : undefined;
  return { bucket: S3_BUCKET, region: S3_REGION, endpoint: S3_ENDPOINT, prefix: S3_PREFIX, credentials };
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function remoteSettings(value: z.output<typeof variables>): RemoteSettings | undefined {
  const { KYC_API_URL, KYC_AUTH_URL, KYC_APP_ID, KYC_APP_SECRET, KYC_TENANT_ID } = value;
  if (!KYC_API_URL || !KYC_AUTH_URL || !KYC_APP_ID || !KYC_APP_SECRET || !KYC_TENANT_ID) return undefined;
  return {
    apiUrl: KYC_API_URL.replace(/\/+$/, ''),
    authUrl: KYC_AUTH_URL.replace(/\/+$/, ''),
    appId: KYC_APP_ID,
    appSecret: KYC_APP_SECRET,
    tenantId: KYC_TENANT_ID,
    timeoutMs: value.KYC_TIMEOUT_MS,
  };
}

let parsedEnv: Env | undefined;

/** The process's configuration; parsed at the first call and the same from then on. */
export function env(): Env {
  parsedEnv ??= readEnv(process.env);
  return parsedEnv;
}

/** Whether a development server (`next dev`) runs, which compiles in the browser with `eval`. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development';
}
