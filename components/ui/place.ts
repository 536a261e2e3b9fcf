/** Where a floating panel goes, against the element that opened it. */
export interface Placement {
  side: 'above' | 'below';
  align: 'start' | 'center' | 'end';
}

const GAP = 6;
const EDGE = 8;

/**
 * Puts a fixed panel beside its anchor, in the direction of the text: on the other side when there is no room, never
 * over the edge of the window. Styles are set through the object model, which a content security policy allows.
 */
export function place(anchor: Element, panel: HTMLElement, { side, align }: Placement): void {
  const at = anchor.getBoundingClientRect();
  const width = panel.offsetWidth;
  const height = panel.offsetHeight;
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const toLeft = align === 'center' ? null : (align === 'start') !== rtl;
  const left = toLeft === null ? at.left + at.width / 2 - width / 2 : toLeft ? at.left : at.right - width;
  const above = at.top - GAP - height;
  const below = at.bottom + GAP;
  const fitsBelow = below + height <= window.innerHeight - EDGE;
  const top = side === 'below' ? (fitsBelow || above < EDGE ? below : above) : above < EDGE ? below : above;
  panel.style.position = 'fixed';
  panel.style.margin = '0';
  panel.style.inset = 'auto';
  panel.style.top = `${Math.max(EDGE, top)}px`;
  panel.style.left = `${Math.min(Math.max(EDGE, left), Math.max(EDGE, window.innerWidth - width - EDGE))}px`;
}

/** Keeps a panel beside its anchor while the page scrolls or the window changes; returns how to stop. */
export function keepPlaced(anchor: Element, panel: HTMLElement, placement: Placement): () => void {
  const again = () => place(anchor, panel, placement);
  again();
  window.addEventListener('scroll', again, { passive: true, capture: true });
  window.addEventListener('resize', again);
  return () => {
    window.removeEventListener('scroll', again, { capture: true });
    window.removeEventListener('resize', again);
  };
}
