import { describe, expect, it } from 'vitest';
import { EnvError, readEnv } from './env';

const SECRET = 'x'.repeat(32);
const REMOTE = {
  KYC_API_URL: 'https://kyc.example/api/',
  KYC_AUTH_URL: 'https://kyc.example',
  KYC_APP_ID: 'app',
  KYC_APP_SECRET: 'secret',
  KYC_TENANT_ID: 'tenant',
};

/** What the one message says; nothing where all is well. */
function complaint(source: Record<string, string>): string {
  try {
    readEnv(source);
    return '';
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return error.message;
  }
}

/** The names of the variables that it complains of. */
function faulty(source: Record<string, string>): string[] {
  const lines = complaint(source).split('\n').slice(1);
  return lines.map((line) => line.trim().split(':')[0] ?? '').sort();
}

describe('the configuration', () => {
  it('is a demo on the loopback when nothing is set, and an empty variable is not set', () => {
    const demo = {
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://127.0.0.1:3000',
      remote: undefined,
    };
    expect(readEnv({})).toMatchObject(demo);
    expect(readEnv({ AUTH_SECRET: '', DATABASE_URL: '', HOST: '' })).toMatchObject(demo);
  });

  it('names every faulty variable in one message, the single ones and those between', () => {
    expect(
      faulty({ PORT: 'abc', HOST: '0.0.0.0', KYC_API_URL: 'ftp://x', RATE_LIMIT_CREATE_PER_MINUTE: '0' }),
    ).toEqual([
      'HOST',
      'KYC_API_URL',
      'KYC_APP_ID',
      'KYC_APP_SECRET',
      'KYC_AUTH_URL',
      'KYC_TENANT_ID',
      'PORT',
      'RATE_LIMIT_CREATE_PER_MINUTE',
    ]);
  });

  it('never quotes a value, which may be a secret', () => {
    const said = complaint({ AUTH_SECRET: 'short-secret', DATABASE_URL: 'not-a-url-password' });
    expect(said).toMatch(/AUTH_SECRET[^]*DATABASE_URL/);
    expect(said).not.toMatch(/short-secret|not-a-url-password/);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4'])('serves no demo accounts on %s', (HOST) => {
    expect(faulty({ HOST })).toEqual(['HOST']);
  });

  it('asks for the secret of a real installation with a database or mail server of its own', () => {
    expect(faulty({ DATABASE_URL: 'postgres://db/kyc', SMTP_URL: 'smtp://mail' })).toEqual(['AUTH_SECRET']);
  });

  it('asks for the browsers’ address where the host is every address', () => {
    expect(faulty({ AUTH_SECRET: SECRET, HOST: '0.0.0.0' })).toEqual(['NEXTAUTH_URL']);
    const served = { AUTH_SECRET: SECRET, HOST: '0.0.0.0', NEXTAUTH_URL: 'https://kyc.firm.example/' };
    expect(readEnv(served)).toMatchObject({ mode: 'real', origin: 'https://kyc.firm.example' });
  });

  it('takes somebody else’s API whole, without slashes at the ends', () => {
    expect(readEnv(REMOTE).remote).toMatchObject({
      apiUrl: 'https://kyc.example/api',
      appId: 'app',
      timeoutMs: 10_000,
    });
  });

  const KEY = Buffer.alloc(32, 7).toString('base64');

  it('takes the keys of documents, the current one first, and never quotes one', () => {
    const other = Buffer.alloc(32, 8).toString('base64url');
    const { documentKeys } = readEnv({ DOCUMENT_KEYS: `k2:${KEY}, k1:${other}` });
    expect(documentKeys.map(({ id, key }) => [id, key[0]])).toEqual([
      ['k2', 7],
      ['k1', 8],
    ]);
    expect(readEnv({}).documentKeys).toEqual([]);
    for (const wrong of [
      KEY,
      'k1:c2hvcnQ=',
      `k1:${KEY},k1:${KEY}`,
      `k1:${KEY},`,
      `k 1:${KEY}`,
      `k1:${KEY}AAAA`,
    ]) {
      const said = complaint({ DOCUMENT_KEYS: wrong });
      expect(said).toMatch(/DOCUMENT_KEYS: must be id:key pairs/);
      expect(said).not.toContain(wrong);
    }
  });

  it('keeps documents in a bucket where one is named, with keys that do not lie on one machine', () => {
    expect(readEnv({}).s3).toBeUndefined();
    expect(faulty({ S3_BUCKET: 'kyc-documents' })).toEqual(['DOCUMENT_KEYS']);
    expect(faulty({ S3_ENDPOINT: 'https://store.example' })).toEqual(['S3_BUCKET']);
    const bucket = { S3_BUCKET: 'kyc-documents', DOCUMENT_KEYS: `k1:${KEY}` };
    expect(faulty({ ...bucket, S3_ACCESS_KEY_ID: 'id' })).toEqual(['S3_SECRET_ACCESS_KEY']);
    expect(faulty({ ...bucket, S3_SECRET_ACCESS_KEY: 'secret' })).toEqual(['S3_ACCESS_KEY_ID']);
    expect(faulty({ ...bucket, S3_PREFIX: '/kyc/', S3_ENDPOINT: 'store' })).toEqual([
      'S3_ENDPOINT',
      'S3_PREFIX',
    ]);
    expect(readEnv(bucket).s3).toEqual({
      bucket: 'kyc-documents',
      region: 'us-east-1',
      endpoint: undefined,
      prefix: undefined,
      credentials: undefined,
    });
    const elsewhere = {
      S3_ENDPOINT: 'https://store.example',
      S3_PREFIX: 'firm/kyc',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
    };
    expect(readEnv({ ...bucket, ...elsewhere }).s3).toMatchObject({
      endpoint: 'https://store.example',
      prefix: 'firm/kyc',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    });
  });
});
