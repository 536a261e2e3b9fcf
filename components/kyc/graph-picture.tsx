'use client';

import { cx } from 'class-variance-authority';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { ToneMark } from '@/components/ui/tone-mark';
import { formatPercent } from '@/lib/format/numbers';
import type { OwnershipNode } from '@/lib/kyc/ownership';
import type { PlacedGraph } from './graph-layout';

interface GraphPictureProps {
  graph: PlacedGraph;
  nameOf: (id: string) => string;
}

/** The drawing itself: the same is said in words beside it. */
export function GraphPicture({ graph, nameOf }: GraphPictureProps) {
  const locale = useLocale();
  const arrow = useId();
  const { nodeWidth, nodeHeight } = graph.style;
  return (
    <svg
      aria-hidden="true"
      width={graph.width}
      height={graph.height}
      viewBox={`0 0 ${graph.width} ${graph.height}`}
      className="mx-auto block"
    >
      <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 .8 7 4 0 7.2Z" className="fill-line-strong" />
      </marker>
      {graph.edges.map(({ edge, path }) => (
        <path
          key={`${edge.from} ${edge.to}`}
          d={path}
          fill="none"
          markerEnd={`url(#${arrow})`}
          className="stroke-line-strong"
          strokeWidth="1.25"
        />
      ))}
      {graph.edges.map(({ edge, labelX, labelY }) => (
        <text
          key={`${edge.from} ${edge.to}`}
          x={labelX}
          y={labelY}
          dy="0.35em"
          textAnchor="middle"
          className="fill-ink stroke-surface text-xs font-medium [paint-order:stroke]"
          strokeWidth="5"
          strokeLinejoin="round"
        >
          {formatPercent(edge.percent, locale)}
        </text>
      ))}
      {graph.nodes.map(({ node, x, y }) => (
        <foreignObject key={node.id} x={x} y={y} width={nodeWidth} height={nodeHeight}>
          <NodeBox node={node} name={nameOf(node.id)} />
        </foreignObject>
      ))}
    </svg>
  );
}

/** Persons are round, companies square, the customer filled; a beneficial owner says so. */
function NodeBox({ node, name }: { node: OwnershipNode; name: string }) {
  const t = useTranslations('captureFields.graph');
  const locale = useLocale();
  return (
    <div
      className={cx(
        'flex h-full flex-col justify-center border px-2.5 text-center',
        node.kind === 'customer' && 'rounded border-accent bg-accent text-on-accent',
        node.kind === 'company' && 'rounded border-line-strong bg-raised',
        node.kind === 'person' && 'rounded-full',
        node.kind === 'person' &&
          (node.isBeneficialOwner ? 'border-info-solid bg-info-soft' : 'border-line-strong bg-raised'),
      )}
    >
      <bdi title={name} className="line-clamp-2 text-sm/4 font-medium [overflow-wrap:anywhere]">
        {name}
      </bdi>
      {node.kind !== 'customer' && (
        <span
          className={cx(
            'inline-flex items-center justify-center gap-1 text-xs',
            node.isBeneficialOwner ? 'text-info-fg' : 'text-ink-soft',
          )}
        >
          {node.isBeneficialOwner && <ToneMark tone="info" className="size-2!" />}
          {formatPercent(node.percent, locale)}
          {node.isBeneficialOwner && <span className="truncate">{t('owner')}</span>}
        </span>
      )}
    </div>
  );
}
