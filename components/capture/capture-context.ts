'use client';

import { createContext, use, useSyncExternalStore } from 'react';
import type { FormPage } from '@/lib/kyc/contract/forms';
import { withQuery } from '@/lib/paths';
import type { CaptureState } from './capture-state';
import type { CaptureStore } from './capture-store';
import type { FieldContext } from './fields/types';

/** Who fills in: the customer, or an employee on the customer's behalf. */
export type Audience = 'customer' | 'employee';

/** A step of filling in, as the address names it. */
export type Place = { kind: 'page'; pageId: string } | { kind: 'review' };

interface CaptureContextValue {
  store: CaptureStore;
  audience: Audience;
  /** The name that the reader's own answers bear. */
  readerName: string | undefined;
  /** `done`: where to go on after sending; `signIn`: where to sign in again and come back. */
  links: { done: string; signIn: string };
  href: (place: Place) => string;
  /** Goes to a step, and puts the focus on its heading, or on a field. */
  go: (place: Place, fieldId?: string) => void;
  /** A step whose code comes after it was turned to says so once it is there. */
  arrived: () => void;
  fields: FieldContext;
  submit: () => Promise<SubmitOutcome>;
}

/** How sending the form ended; `fields` are what stands in the way, by the field's id where it is known. */
export type SubmitOutcome =
  | { kind: 'sent'; again: boolean }
  | { kind: 'unsaved' }
  | { kind: 'session' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; message: string; fields: { fieldId: string | null; message: string }[] };

export const CaptureContext = createContext<CaptureContextValue | null>(null);

export function useCaptureContext(): CaptureContextValue {
  const value = use(CaptureContext);
  if (!value) throw new Error('A part of the form stands outside of it');
  return value;
}

/** A part of what the store holds; the selector gives the same part again while nothing in it changed. */
export function useCapture<T>(select: (state: CaptureState) => T): T {
  const { store } = useCaptureContext();
  const read = () => select(store.state());
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Where to sign in again, to come back to this very page. */
export function useSignInHref(): string {
  const { links } = useCaptureContext();
  const here = typeof location === 'undefined' ? undefined : location.pathname;
  return withQuery(links.signIn, { callbackUrl: here });
}

/** The id in the document of a field's control. */
export function fieldDomId(fieldId: string): string {
  return `f-${fieldId.replace(/[^\w-]/g, '_')}`;
}

/** The page that a field stands on. */
export function pageOf(pages: readonly FormPage[], fieldId: string): FormPage | undefined {
  return pages.find((page) =>
    page.sections.some((section) => section.fields.some(({ id }) => id === fieldId)),
  );
}
