import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { operations } from '@/lib/kyc/contract/operations';
import { routePaths } from './face.suite';
import { BASE_PATH } from './input';
import { kycRoute } from './kyc-route';

/** The only route files below `/api` that are none of the contract's. */
const OURS = ['/api/[...unknown]', '/api/health', '/api/openapi.json'];

const fileOf = (contractPath: string) => `${BASE_PATH}${contractPath.replace(/\{(\w+)\}/g, '[$1]')}`;

test('every path of the contract has its route file, and every route file is of the contract or ours', () => {
  const wanted = new Set(Object.values(operations).map((operation) => fileOf(operation.path)));
  expect(routePaths().sort()).toEqual([...wanted, ...OURS].sort());
});

test('every route file is the one line that names the operations of its path', () => {
  for (const route of routePaths().filter((one) => !OURS.includes(one))) {
    const names = Object.entries(operations).filter(([, operation]) => fileOf(operation.path) === route);
    const list = names.map(([name]) => `'${name}'`).join(', ');
    const text = readFileSync(path.join(process.cwd(), 'app', route, 'route.ts'), 'utf8');
    expect(asOneLine(text)).toBe(
      asOneLine(
        "import { kycRoute } from '@/server/http/kyc-route';\n\n" +
          `export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = kycRoute(${list});\n`,
      ),
    );
  }
});

/** The formatter breaks a statement that is too long for its line. */
function asOneLine(text: string): string {
  return text.replace(/\s+|,(?=\s*\))/g, '');
}

test('operations of two paths, or two of one method, cannot share a route', () => {
  expect(() => kycRoute('getEmployees', 'addCustomer')).toThrow('cannot share');
  expect(() => kycRoute('getEmployees', 'getEmployees')).toThrow('cannot share');
});
