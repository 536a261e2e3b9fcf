import type { DataRefusal } from '../action-result';

/** A data route's refusal, as a query's error; `status` 0 = the server could not be reached. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly status: number;
  readonly requestId: string | null;

  constructor(status: number, message: string, requestId: string | null) {
    super(message);
    this.status = status;
    this.requestId = requestId;
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: DataError;
  }
}

/** Reads one of the product's own data routes; every failure is a {@link DataError}. */
export function getJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  return read(url, {}, signal);
}

/** Asks one of the product's own data routes something that has no place in a URL; changes nothing there. */
export function askJson<T>(url: string, question: unknown, signal?: AbortSignal): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return read(url, { method: 'POST', headers, body: JSON.stringify(question) }, signal);
}

/** Reads a file from one of the product's own data routes; every failure is a {@link DataError}. */
export async function getBlob(url: string, signal?: AbortSignal): Promise<Blob> {
  return (await answered(url, {}, signal)).blob();
}

/** Has one of the product's own data routes delete something; every failure is a {@link DataError}. */
export async function sendDelete(url: string): Promise<void> {
  await answered(url, { method: 'DELETE' });
}

async function read<T>(url: string, init: RequestInit, signal?: AbortSignal): Promise<T> {
  return (await (await answered(url, init, signal)).json()) as T;
}

async function answered(url: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, { ...init, ...(signal && { signal }) }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new DataError(0, '', null);
  });
  if (response.ok) return response;
  const refusal = (await response.json().catch(() => null)) as DataRefusal | null;
  throw new DataError(response.status, refusal?.error.message ?? '', refusal?.error.requestId ?? null);
}
