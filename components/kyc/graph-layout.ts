import type { OwnershipEdge, OwnershipNode } from '@/lib/kyc/ownership';

/** The layout library, which is fetched when a graph is shown. */
export type LayoutLibrary = Pick<typeof import('@dagrejs/dagre'), 'graphlib' | 'layout'>;

/** Sizes in CSS pixels. */
export interface GraphSizes {
  nodeWidth: number;
  nodeHeight: number;
  /** Between owners and what they own. */
  rankGap: number;
}

export interface PlacedNode {
  node: OwnershipNode;
  /** The upper corner at the start of the line. */
  x: number;
  y: number;
}

export interface PlacedEdge {
  edge: OwnershipEdge;
  /** An SVG path. */
  path: string;
  /** Where the share is written: the middle. */
  labelX: number;
  labelY: number;
}

export interface PlacedGraph {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

const MARGIN = 2;
const NODE_GAP = 14;

/**
 * Where the members of an ownership stand: owners at the start of the line, what they own after them, the customer at its end. From
 * owner to owned is sideways, so that many owners make the picture higher and not wider. `rtl` turns it around.
 */
export function placeGraph(
  { graphlib, layout }: LayoutLibrary,
  nodes: readonly OwnershipNode[],
  edges: readonly OwnershipEdge[],
  { nodeWidth, nodeHeight, rankGap }: GraphSizes,
  rtl: boolean,
): PlacedGraph {
  const graph = new graphlib.Graph();
  graph.setGraph({
    rankdir: rtl ? 'RL' : 'LR',
    nodesep: NODE_GAP,
    ranksep: rankGap,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const shown = nodes.filter(({ id }) => linked.has(id));
  for (const { id } of shown) graph.setNode(key(id), { width: nodeWidth, height: nodeHeight });
  for (const { from, to } of edges) graph.setEdge(key(from), key(to));
  layout(graph);
  const size = graph.graph();
  return {
    width: size.width ?? 0,
    height: size.height ?? 0,
    nodes: shown.map((node) => {
      const { x, y } = graph.node(key(node.id));
      return { node, x: x - nodeWidth / 2, y: y - nodeHeight / 2 };
    }),
    edges: edges.map((edge) => {
      const { points } = graph.edge(key(edge.from), key(edge.to));
      const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
      return { edge, path: smooth(points), labelX: middle.x, labelY: middle.y };
    }),
  };
}

/** The customer's id is empty, which the library takes for none. */
const key = (id: string) => `n${id}`;

type Point = { x: number; y: number };

/** A line through all points that leaves and arrives sideways. */
function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let at = first;
  const curves = rest.map((to) => {
    const turn = (at.x + to.x) / 2;
    const curve = `C${round(turn)} ${round(at.y)} ${round(turn)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
    at = to;
    return curve;
  });
  return `M${round(first.x)} ${round(first.y)}${curves.join('')}`;
}

const round = (value: number) => Math.round(value * 10) / 10;
