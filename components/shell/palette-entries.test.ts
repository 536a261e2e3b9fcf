import { expect, it } from 'vitest';
import { matching } from './palette-entries';

const entries = [
  { id: '1', label: 'New customer', href: '/customers/new' },
  { id: '2', label: 'Customers', href: '/customers' },
  { id: '3', label: 'Jürgen Groß', hint: 'Desk 3', href: '/x' },
];
const found = (query: string) => matching(entries, query).map((entry) => entry.id);

it('finds by the beginnings of words, in any order', () => {
  expect(found('cust')).toEqual(['1', '2']);
  expect(found('cust new')).toEqual(['1']);
  expect(found('ustomer')).toEqual([]);
});

it('does not mind case and accents, and looks into the hint', () => {
  expect(found('jurgen')).toEqual(['3']);
  expect(found('desk')).toEqual(['3']);
});

it('shows everything before anything is typed', () => expect(found('  ')).toEqual(['1', '2', '3']));
