'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type SignaturePad from 'signature_pad';
import { INK, PAPER } from './drawing';

interface DrawnSignatureProps {
  label: string;
  /** The canvas once it can be drawn on, with whether anything is on it; null while it cannot. */
  onDrawn: (canvas: HTMLCanvasElement, isEmpty: boolean) => void;
  /** Changes when the drawing is to be thrown away. */
  blank: number;
}

/** A white field for drawing with a finger, a pen or a pointer. */
export function DrawnSignature({ label, onDrawn, blank }: DrawnSignatureProps) {
  const t = useTranslations('captureFields.signature');
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const tell = useRef(onDrawn);
  useEffect(() => {
    tell.current = onDrawn;
  });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let stop: (() => void) | undefined;
    let here = true;
    import('signature_pad').then(
      ({ default: Pad }) => {
        if (here)
          stop = prepare(element, new Pad(element, { penColor: INK, backgroundColor: PAPER, maxWidth: 2.8 }));
      },
      // Without the library (the line broke) a name can still be typed.
      () => undefined,
    );
    function prepare(on: HTMLCanvasElement, made: SignaturePad): () => void {
      pad.current = made;
      const fit = () => fitToSize(on, made);
      fit();
      const watch = new ResizeObserver(fit);
      watch.observe(on);
      made.addEventListener('endStroke', () => tell.current(on, made.isEmpty()));
      return () => {
        watch.disconnect();
        made.off();
      };
    }
    return () => {
      here = false;
      stop?.();
    };
  }, []);

  useEffect(() => {
    if (blank === 0) return;
    pad.current?.clear();
    if (canvas.current) tell.current(canvas.current, true);
  }, [blank]);

  return (
    <div className="relative h-44 overflow-hidden rounded-md border border-line-strong">
      <canvas ref={canvas} role="img" aria-label={label} className="block size-full cursor-crosshair">
        {t('drawHere')}
      </canvas>
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-x-6 bottom-11 border-b border-dashed"
      />
    </div>
  );
}

/** As many pixels as the screen has, and the strokes again: a canvas that changes its size is blank. */
function fitToSize(canvas: HTMLCanvasElement, pad: SignaturePad): void {
  const ratio = Math.max(window.devicePixelRatio, 2);
  const [width, height] = [canvas.offsetWidth * ratio, canvas.offsetHeight * ratio];
  if (canvas.width === width && canvas.height === height) return;
  const strokes = pad.toData();
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.scale(ratio, ratio);
  pad.clear();
  pad.fromData(strokes);
}
