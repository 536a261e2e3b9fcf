'use server';

import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { after } from 'next/server';
import * as z from 'zod';
import { givenPassword } from '@/lib/auth/password-policy';
import { safeCallbackPath } from '@/lib/callback-path';
import { emailAddress } from '@/lib/kyc/contract/text';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import type { LinkFormState, SignInFormState } from '@/lib/portal-sign-in';
import { clientAddress } from '../auth/client-address';
import { countLinkWish, grantLink } from '../auth/portal/link';
import { openPortalFor, portalIsOpen } from '../auth/portal/session';
import { signInToPortal } from '../auth/portal/sign-in';
import { logUnexpected } from '../auth/unexpected';
import { database } from '../db/client';
import { env } from '../env';

/** The two forms before the portal: actions of a plain `<form>`, so that they work before any script has come. */

const password = z.object({ password: givenPassword });
const address = z.object({ email: emailAddress });

export async function signInFromForm(_before: SignInFormState, form: FormData): Promise<SignInFormState> {
  if (!portalIsOpen()) notFound();
  const email = textOf(form, 'email');
  const typed = address.safeParse({ email });
  const given = password.safeParse({ password: form.get('password') });
  if (!typed.success || !given.success) {
    return { email, faults: { email: !typed.success, password: !given.success } };
  }
  const at = new Date();
  const result = await tried('portal sign-in', async (requestId) => {
    const attempt = { ...(await whoAsks(requestId)), ...typed.data, ...given.data };
    const signedIn = await signInToPortal((await database()).db, attempt, at);
    if (signedIn.outcome === 'signed-in') await openPortalFor(signedIn.session, at);
    return signedIn;
  });
  if (result === undefined) return { email, refusal: { cause: 'failed' } };
  if (result.outcome === 'refused') return { email, refusal: { cause: 'refused' } };
  if (result.outcome === 'paused') return { email, refusal: pausedUntil(result.until) };
  redirect(nextPath(form.get('next')));
}

export async function askForLink(_before: LinkFormState, form: FormData): Promise<LinkFormState> {
  if (!portalIsOpen()) notFound();
  const email = textOf(form, 'email');
  const typed = address.safeParse({ email });
  if (!typed.success) return { email, faults: { email: true } };
  const at = new Date();
  const until = await tried('portal link', async (requestId) => {
    const { db } = await database();
    const wish = { ...(await whoAsks(requestId)), ...typed.data };
    const paused = await countLinkWish(db, wish, at);
    if (paused) return paused;
    after(() =>
      grantLink(db, wish, at).catch((error: unknown) =>
        logUnexpected(error, { requestId, place: 'portal link' }),
      ),
    );
    return null;
  });
  if (until === undefined) return { email, refusal: { cause: 'failed' } };
  return until === null ? { email, sent: true } : { email, refusal: pausedUntil(until) };
}

async function whoAsks(requestId: string) {
  const address = clientAddress((await headers()).get('x-forwarded-for'));
  return { tenantId: env().tenantId, address, requestId };
}

/** Undefined where something failed that nobody foresaw; the log then knows it. */
async function tried<T>(place: string, run: (requestId: string) => Promise<T>): Promise<T | undefined> {
  const requestId = newId();
  try {
    return await run(requestId);
  } catch (error) {
    logUnexpected(error, { requestId, place });
    return undefined;
  }
}

const pausedUntil = (until: Date) => ({ cause: 'paused', until: until.toISOString() }) as const;

/** Only into the portal: a staff page would send the customer to the staff's sign-in. */
function nextPath(value: FormDataEntryValue | null): string {
  const path = safeCallbackPath(typeof value === 'string' ? value : undefined);
  return path?.startsWith(`${paths.portal}/`) && !path.startsWith(paths.portalSignIn) ? path : paths.portal;
}

/** What was typed, to be shown again; a browser's own form sends a file only where the page was tampered with. */
function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, 320) : '';
}
