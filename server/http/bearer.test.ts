import { randomBytes } from 'node:crypto';
import { base64url, decodeJwt, decodeProtectedHeader, SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { appTokens, bearerToken } from './bearer';

const key = randomBytes(32);
const clock = () => new Date('2026-03-01T12:00:00Z');
const newId = () => 'id-1';
const client = { appId: 'app', tenantId: 'tenant' };

test("a token has the contract's claims and is valid for 24 hours", async () => {
  const tokens = await appTokens({ key, clock, newId });
  const token = await tokens.issue(client);
  const iat = clock().getTime() / 1000;
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(decodeJwt(token)).toEqual({
    sub: 'app',
    tenantId: 'tenant',
    services: 'External',
    jti: 'id-1',
    iat,
    exp: iat + 86_400,
  });
  expect(await tokens.verify(token)).toEqual(client);
  const at = (hours: number) =>
    appTokens({ key, newId, clock: () => new Date(clock().getTime() + hours * 3_600_000) });
  expect(await (await at(23.99)).verify(token)).toEqual(client);
  expect(await (await at(24)).verify(token)).toBeUndefined();
});

test('a token that was found good before is refused once it has ended', async () => {
  let now = clock();
  const tokens = await appTokens({ key, clock: () => now, newId });
  const token = await tokens.issue(client);
  expect(await tokens.verify(token)).toEqual(client);
  expect(await tokens.verify(token)).toEqual(client);
  now = new Date(clock().getTime() + 24 * 3_600_000);
  expect(await tokens.verify(token)).toBeUndefined();
});

test('another key, algorithm, service or shape is no token', async () => {
  const tokens = await appTokens({ key, clock, newId });
  const claims = { tenantId: 'tenant', services: 'External', sub: 'app', jti: 'id-1' };
  const signed = (payload: object, alg = 'HS256', secret: Uint8Array = key) =>
    new SignJWT({ ...payload })
      .setProtectedHeader({ alg })
      .setIssuedAt(clock())
      .setExpirationTime('1y')
      .sign(secret);
  expect(await tokens.verify(await signed(claims))).toEqual(client);
  const forged = [
    await signed(claims, 'HS256', randomBytes(32)),
    await signed(claims, 'HS512', randomBytes(64)),
    await signed({ ...claims, services: 'Internal' }),
    await signed({ ...claims, tenantId: undefined }),
    await signed({ ...claims, sub: 7 }),
    await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(key),
    new UnsecuredJWT(claims).setIssuedAt(clock()).setExpirationTime('1y').encode(),
    `${base64url.encode('{"alg":"none"}')}.${base64url.encode(JSON.stringify(claims))}.`,
    (await signed(claims)).slice(0, -3),
    'a.b.c',
    '',
  ];
  for (const token of forged) expect(await tokens.verify(token)).toBeUndefined();
});

test.each([
  ['Bearer abc.def-_', 'abc.def-_'],
  ['bearer abc', 'abc'],
  ['Bearer  abc ', 'abc'],
  ['Basic abc', undefined],
  ['Bearer', undefined],
  ['Bearer a b', undefined],
  [`Bearer ${'a'.repeat(5000)}`, undefined],
])('the header %j brings %j', (header, token) => {
  expect(bearerToken(new Headers({ authorization: header }))).toBe(token);
});
