'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatPercent } from '@/lib/format/numbers';
import { CUSTOMER_NODE, type Ownership } from '@/lib/kyc/ownership';
import { GraphPicture } from './graph-picture';
import { fittingGraph, type LayoutLibrary } from './graph-layout';

interface OwnershipGraphProps {
  sums: Pick<Ownership, 'nodes' | 'edges' | 'unaccounted'>;
  /** A member's name by its id. */
  nameOf: (id: string) => string;
  customerName: string;
}

/** Who holds what of whom, from owners to the customer, as a picture and, for those who do not see it, in sentences. */
export function OwnershipGraph({ sums, nameOf, customerName }: OwnershipGraphProps) {
  const t = useTranslations('captureFields.graph');
  const locale = useLocale();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const library = useLayoutLibrary();
  const room = useWidth(frame);
  const graph = useMemo(
    () => (library && room.width > 0 ? fittingGraph(library, sums, room.width, room.rtl) : undefined),
    [library, sums, room],
  );
  const name = (node: string) => (node === CUSTOMER_NODE ? customerName : nameOf(node));

  return (
    <figure aria-labelledby={`${id}-title`} className="min-w-0">
      <figcaption id={`${id}-title`} className="mb-2 text-sm text-ink-soft">
        {t('title')}
      </figcaption>
      {/* A picture that is wider than its place is scrolled in it, by keyboard too. */}
      <div
        ref={frame}
        tabIndex={graph && graph.width > room.width ? 0 : undefined}
        className="min-h-24 overflow-x-auto rounded-md border border-line bg-surface p-3"
      >
        {graph && <GraphPicture graph={graph} nameOf={name} />}
      </div>
      <ul className="sr-only">
        {sums.edges.map(({ from, to, percent }) => (
          <li key={`${from} ${to}`}>
            {t('holds', { owner: name(from), share: formatPercent(percent, locale), company: name(to) })}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function useLayoutLibrary(): LayoutLibrary | undefined {
  const [library, setLibrary] = useState<LayoutLibrary>();
  useEffect(() => {
    let here = true;
    import('@dagrejs/dagre').then(
      (module) => here && setLibrary(module),
      // Without the picture (the line broke) the table and the sentences say the same.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  return library;
}

/** The width inside an element's padding in CSS pixels, 0 before it is known, and its direction. */
function useWidth(of: React.RefObject<HTMLElement | null>): { width: number; rtl: boolean } {
  const [room, setRoom] = useState({ width: 0, rtl: false });
  useEffect(() => {
    const element = of.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      const rtl = getComputedStyle(element).direction === 'rtl';
      if (entry) setRoom({ width: Math.floor(entry.contentRect.width), rtl });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [of]);
  return room;
}
