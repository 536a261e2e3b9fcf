import * as dagre from '@dagrejs/dagre';
import { expect, it } from 'vitest';
import { ownership } from '@/lib/kyc/ownership';
import { fittingGraph } from './graph-layout';

const person = (id: string, more: object) => ({ id, fullName: id, roleIds: [], ...more });
const chain = ownership([
  person('owner', { holdings: [{ companyId: 'company', percent: 60 }] }),
  person('company', { isCompany: true, holdings: [{ percent: 80 }] }),
  person('director', {}),
]);
const owners = (count: number) =>
  ownership(
    Array.from({ length: count }, (_, at) => person(`o${at}`, { holdings: [{ percent: 100 / count }] })),
  );

const placeOf = (graph: ReturnType<typeof fittingGraph>, id: string) => {
  const found = graph.nodes.find(({ node }) => node.id === id);
  return { x: found?.x ?? Number.NaN, y: found?.y ?? Number.NaN };
};

it('shows whoever holds or is held, owners first and the customer last', () => {
  const graph = fittingGraph(dagre, chain, 1000, false);
  expect(graph.nodes.map(({ node }) => node.id).sort()).toEqual(['', 'company', 'owner']);
  expect(placeOf(graph, 'owner').x).toBeLessThan(placeOf(graph, 'company').x);
  expect(placeOf(graph, 'company').x).toBeLessThan(placeOf(graph, '').x);
  expect(graph.edges).toHaveLength(2);
});

it('turns around where the language is written from the right', () => {
  const graph = fittingGraph(dagre, chain, 1000, true);
  expect(placeOf(graph, 'owner').x).toBeGreaterThan(placeOf(graph, '').x);
});

it('goes down where a chain is too long for the width, and fits a phone', () => {
  const graph = fittingGraph(dagre, chain, 330, false);
  expect(graph.width).toBeLessThanOrEqual(330);
  expect(placeOf(graph, 'owner').y).toBeLessThan(placeOf(graph, '').y);
});

it('grows higher and not wider with many owners', () => {
  expect(fittingGraph(dagre, owners(12), 330, false).width).toBeLessThanOrEqual(330);
});

it('gives every share a place on its line inside the picture', () => {
  const { edges, width, height } = fittingGraph(dagre, owners(5), 1000, false);
  for (const { path, labelX, labelY } of edges) {
    expect(path).toMatch(/^M[\d. ]+(C[-\d. ]+)+$/);
    expect(labelX).toBeGreaterThan(0);
    expect(labelX).toBeLessThan(width);
    expect(labelY).toBeGreaterThan(0);
    expect(labelY).toBeLessThan(height);
  }
});
