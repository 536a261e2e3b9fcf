'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { type DrawablePage, type PageSource, pixelsFor } from './page-source';
import type { View } from './use-viewer';

interface PageCanvasProps {
  source: PageSource;
  view: View;
  /** What the page is called for whoever does not see it. */
  name: string;
  /** The factor at which the page is drawn now. */
  onZoom: (zoom: number) => void;
}

/** Room around a page, in CSS pixels. */
const MARGIN = 32;

/** One page on a canvas, as sharp as the screen; while another one is read, the last one stays. */
export function PageCanvas({ source, view, name, onZoom }: PageCanvasProps) {
  const t = useTranslations('documents.viewer');
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState(0);
  const [opened, setOpened] = useState<{ of: string; page: DrawablePage | null; text: string }>();
  const { page: number, zoom, rotation } = view;

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const key = String(number);
  useEffect(() => {
    let left = false;
    source
      .open(number)
      .then(async (page) => {
        if (left) return;
        setOpened({ of: String(number), page, text: '' });
        const text = await page.text().catch(() => '');
        if (!left) setOpened({ of: String(number), page, text });
      })
      .catch(() => !left && setOpened({ of: String(number), page: null, text: '' }));
    frame.current?.scrollTo({ top: 0 });
    return () => {
      left = true;
    };
  }, [source, number]);

  const page = opened?.page ?? null;
  const turned = rotation % 180 !== 0;
  const width = page ? (turned ? page.height : page.width) : 0;
  const height = page ? (turned ? page.width : page.height) : 0;
  const shown = zoom === 'fit' ? Math.min(1.6, Math.max(0.1, (room - MARGIN) / Math.max(1, width))) : zoom;

  useEffect(() => {
    if (page && room > 0) onZoom(shown);
  }, [page, room, shown, onZoom]);

  useEffect(() => {
    const element = canvas.current;
    if (!page || !element || room === 0) return;
    // Drawn aside and put there at once, so that a zoom does not flicker.
    const sheet = document.createElement('canvas');
    const drawing = page.draw(sheet, { pixels: pixelsFor(page, shown), rotation });
    let left = false;
    drawing.done
      .then(() => {
        if (left || sheet.width === 0) return;
        element.width = sheet.width;
        element.height = sheet.height;
        element.getContext('2d')?.drawImage(sheet, 0, 0);
      })
      .catch(() => !left && setOpened((now) => (now ? { ...now, page: null } : now)));
    return () => {
      left = true;
      drawing.cancel();
    };
  }, [page, shown, rotation, room]);

  const waiting = opened === undefined || opened.of !== key;
  return (
    <div
      ref={frame}
      role="region"
      aria-label={name}
      aria-busy={waiting}
      tabIndex={0}
      className="relative min-h-0 grow overflow-auto bg-sunken p-4 focus-visible:outline-offset-[-2px]"
    >
      {page ? (
        <canvas
          ref={canvas}
          aria-hidden="true"
          style={{ width: width * shown, height: height * shown }}
          className="mx-auto block max-w-none bg-white shadow-float"
        />
      ) : waiting ? (
        <Skeleton className="mx-auto aspect-[1/1.41] w-full max-w-xl" />
      ) : (
        <p className="p-6 text-center text-ink-soft">{t('pageUnreadable')}</p>
      )}
      <p className="sr-only">{opened?.text || (page ? t('noText') : '')}</p>
    </div>
  );
}
