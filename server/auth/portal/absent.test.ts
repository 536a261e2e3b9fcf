import { expect, it, vi } from 'vitest';
import { env } from '../../env';
import { portalIsOpen, portalSession, requireCustomer } from './session';

vi.stubEnv('KYC_API_URL', 'https://kyc.example');
vi.stubEnv('KYC_AUTH_URL', 'https://kyc.example/token');
vi.stubEnv('KYC_APP_ID', 'an-app');
vi.stubEnv('KYC_APP_SECRET', 'a-secret');
vi.stubEnv('KYC_TENANT_ID', 'a-tenant');

it("has no portal in front of somebody else's server: no session, and every page of it is not there", async () => {
  expect(env().remote).toBeDefined();
  expect(portalIsOpen()).toBe(false);
  expect(await portalSession()).toBeNull();
  await expect(requireCustomer()).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' });
});
