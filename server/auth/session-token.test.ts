import { describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy, newNonce } from './content-security';
import { openSession, renewedSession, SESSION_SECONDS, sealSession } from './session-token';

const session = { userId: 'u-1', sessionVersion: 3 };

describe("a session's token", () => {
  it('carries an id and a version and nothing about the person, unreadable from outside', async () => {
    const token = await sealSession(session);
    expect(await openSession(token)).toMatchObject(session);
    expect(Buffer.from(token, 'base64url').toString()).not.toContain('u-1');
  });

  it('ends eight hours after its last renewal, and is renewed while it is in use', async () => {
    vi.useFakeTimers({ now: new Date('2026-03-01T08:00:00Z'), toFake: ['Date'] });
    const token = await sealSession(session);
    expect(await renewedSession(token, new Date())).toBeNull();
    vi.setSystemTime(new Date('2026-03-01T15:59:00Z'));
    const renewed = await renewedSession(token, new Date());
    vi.setSystemTime(new Date(Date.parse('2026-03-01T08:00:30Z') + SESSION_SECONDS * 1000));
    expect(await openSession(token)).toBeNull();
    expect(await renewedSession(token, new Date())).toBeNull();
    expect(await openSession(renewed ?? undefined)).toMatchObject(session);
    vi.useRealTimers();
  });

  it('is nothing when it is forged or missing', async () => {
    expect(await openSession(undefined)).toBeNull();
    expect(await openSession('eyJhbGciOiJub25lIn0.e30.')).toBeNull();
  });
});

describe("a page's policy", () => {
  it('has a nonce of its own and no unsafe-inline for scripts', () => {
    expect(newNonce()).not.toBe(newNonce());
    const policy = contentSecurityPolicy('abc', { development: false });
    const directive = (name: string) => policy.split('; ').find((part) => part.startsWith(name));
    expect(directive('script-src')).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toContain('unsafe');
    expect(directive('frame-ancestors')).toBe("frame-ancestors 'none'");
  });
});
