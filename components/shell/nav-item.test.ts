import { expect, it } from 'vitest';
import { currentHref } from './nav-item';

const hrefs = ['/', '/customers', '/customers/new', '/settings/users'];

it.each([
  ['/', '/'],
  ['/customers', '/customers'],
  ['/customers/abc', '/customers'],
  ['/customers/new', '/customers/new'],
  ['/settings/users/7', '/settings/users'],
  ['/customersx', undefined],
])('%s belongs to %s', (pathname, href) => expect(currentHref(pathname, hrefs)).toBe(href));
