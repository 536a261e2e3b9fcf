/** A quarter turn clockwise, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;

/** A document that is drawn page by page. */
export type PageSource = {
  pageCount: number;
  /** A page, from 1. Rejects where it cannot be read. */
  open: (page: number) => Promise<DrawablePage>;
  /** Lets go of what the source holds. */
  close: () => void;
};

/** One page; its measures are CSS pixels at a zoom of 1, unrotated. */
export type DrawablePage = {
  width: number;
  height: number;
  /** Draws the page on a canvas, which gets its size from it; `pixels` are device pixels for one of the page's. */
  draw: (canvas: HTMLCanvasElement, how: { pixels: number; rotation: Rotation }) => Drawing;
  /** What the page says, for whoever does not see it; empty of a picture. */
  text: () => Promise<string>;
};

/** A drawing under way. A cancelled one never settles `done` with an error. */
export type Drawing = { done: Promise<void>; cancel: () => void };

/** The most pixels of a canvas that every browser draws, telephones included. */
const MOST_PIXELS = 16_000_000;

/** Device pixels for one of the page's at a zoom: as sharp as the screen, unless the canvas would be too large to exist. */
export function pixelsFor({ width, height }: Pick<DrawablePage, 'width' | 'height'>, zoom: number): number {
  const wanted = zoom * Math.max(1, window.devicePixelRatio);
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)));
}
