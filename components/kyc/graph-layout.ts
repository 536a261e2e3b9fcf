import type { Ownership, OwnershipEdge, OwnershipNode } from '@/lib/kyc/ownership';

/** The layout library, which is fetched when a graph is shown. */
export type LayoutLibrary = Pick<typeof import('@dagrejs/dagre'), 'graphlib' | 'layout'>;

/** How a graph is drawn; sizes in CSS pixels. */
export interface GraphStyle {
  /** From owners to what they own: along the line of writing, or downwards. */
  flow: 'along' | 'down';
  nodeWidth: number;
  nodeHeight: number;
  /** Between owners and what they own. */
  rankGap: number;
}

/** Along the line, many owners make the picture higher and not wider; down, long chains do. The roomiest comes first. */
const STYLES: readonly [GraphStyle, ...GraphStyle[]] = [
  { flow: 'along', nodeWidth: 172, nodeHeight: 56, rankGap: 72 },
  { flow: 'along', nodeWidth: 128, nodeHeight: 62, rankGap: 56 },
  { flow: 'down', nodeWidth: 140, nodeHeight: 56, rankGap: 48 },
  { flow: 'down', nodeWidth: 104, nodeHeight: 76, rankGap: 44 },
];

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
  style: GraphStyle;
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

const MARGIN = 2;
const NODE_GAP = 14;

/** The roomiest picture that fits into a width, and the narrowest of all where none does. */
export function fittingGraph(
  library: LayoutLibrary,
  sums: Pick<Ownership, 'nodes' | 'edges'>,
  width: number,
  rtl: boolean,
): PlacedGraph {
  const [roomiest, ...others] = STYLES;
  let best = placeGraph(library, sums, roomiest, rtl);
  for (const style of others) {
    if (best.width <= width) return best;
    const other = placeGraph(library, sums, style, rtl);
    if (other.width < best.width) best = other;
  }
  return best;
}

/** Where the members of an ownership stand, owners first and the customer last. `rtl` turns the line of writing around. */
export function placeGraph(
  { graphlib, layout }: LayoutLibrary,
  { nodes, edges }: Pick<Ownership, 'nodes' | 'edges'>,
  style: GraphStyle,
  rtl: boolean,
): PlacedGraph {
  const { flow, nodeWidth, nodeHeight, rankGap } = style;
  const graph = new graphlib.Graph();
  graph.setGraph({
    rankdir: flow === 'down' ? 'TB' : rtl ? 'RL' : 'LR',
    nodesep: NODE_GAP,
    ranksep: rankGap,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const shown = nodes.filter(({ id }) => linked.has(id));
  for (const { id } of shown) graph.setNode(key(id), { width: nodeWidth, height: nodeHeight });
  for (const { from, to } of edges) graph.setEdge(key(from), key(to), {});
  layout(graph);
  const size = graph.graph();
  return {
    style,
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: shown.map((node) => {
      const { x, y } = graph.node(key(node.id));
      return { node, x: x - nodeWidth / 2, y: y - nodeHeight / 2 };
    }),
    edges: edges.map((edge) => {
      const { points } = graph.edge(key(edge.from), key(edge.to));
      const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
      return { edge, path: smooth(points, flow), labelX: middle.x, labelY: middle.y };
    }),
  };
}

/** The customer's id is empty, which the library takes for none. */
const key = (id: string) => `n${id}`;

type Point = { x: number; y: number };

/** A line through all points that leaves and arrives in the direction of the flow. */
function smooth([first, ...rest]: readonly Point[], flow: GraphStyle['flow']): string {
  if (!first) return '';
  let at = first;
  const curves = rest.map((to) => {
    const [from, turn] = [at, { x: (at.x + to.x) / 2, y: (at.y + to.y) / 2 }];
    at = to;
    return flow === 'along'
      ? curve({ x: turn.x, y: from.y }, { x: turn.x, y: to.y }, to)
      : curve({ x: from.x, y: turn.y }, { x: to.x, y: turn.y }, to);
  });
  return `M${pair(first)}${curves.join('')}`;
}

const curve = (...points: readonly Point[]) => `C${points.map(pair).join(' ')}`;
const pair = ({ x, y }: Point) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
