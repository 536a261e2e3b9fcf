import { badField, KycError } from '@/lib/kyc/contract/errors';
import type { Operation } from '@/lib/kyc/contract/operations';
import { readJsonBody } from './body';
import { readUploadParts } from './multipart';

/** Where the contract's paths begin on our own server: `{base_url}` is `<origin>/api`. Contract section 1. */
export const BASE_PATH = '/api';

/**
 * The input of an operation as it was sent, still to be parsed by the row's schema: the path's parameters, then the
 * query of a GET or DELETE, or the body of a POST, of which a form's parts are yet to come. The path wins over what a body
 * or query says under the same name.
 */
export async function readInput(operation: Operation, request: Request): Promise<unknown> {
  const url = new URL(request.url);
  const fromPath = readPath(operation.path, url.pathname);
  if (operation.method !== 'POST') return { ...readQuery(url.searchParams), ...fromPath };
  if (operation.body === 'multipart') return { parts: readUploadParts(request), ...fromPath };
  // A path that names the submission says all that submitting has to be told. Contract section 6.
  const body = await readJsonBody(request, Object.keys(fromPath).length > 0);
  // Anything but an object goes to the schema as it is, which says what it wants.
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return isObject ? { ...body, ...fromPath } : body;
}

/**
 * The path parameters, percent-decoded once. Read from the URL itself, so that what counts as one segment does not
 * depend on what a router has decoded already. A bad encoding is a 400, another shape of path a 404.
 */
function readPath(template: string, pathname: string): Record<string, string> {
  const wanted = `${BASE_PATH}${template}`.split('/');
  const given = pathname.split('/');
  if (wanted.length !== given.length) throw new KycError(404);
  const values: Record<string, string> = {};
  wanted.forEach((part, index) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined) values[name] = decoded(name, given[index] ?? '');
  });
  return values;
}

function decoded(name: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badField(name, 'is not percent-encoded UTF-8');
  }
}

/** A key that stands once gives a string, one that is repeated an array: which of the two is right, the schema says. */
function readQuery(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((key) => {
      const values = query.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}
