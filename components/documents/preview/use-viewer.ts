'use client';

import { type KeyboardEvent, useReducer } from 'react';
import type { Rotation } from './page-source';

/** How a document is looked at. `zoom` is a factor, or `fit` for the width that there is. */
export type View = { page: number; zoom: number | 'fit'; rotation: Rotation };

export type ViewerMove = 'nextPage' | 'previousPage' | 'zoomIn' | 'zoomOut' | 'fit' | 'actualSize' | 'rotate';

const START: View = { page: 1, zoom: 'fit', rotation: 0 };
const STEP = 1.25;
const LEAST = 0.25;
const MOST = 4;

/** What each key does while the viewer has the focus; left and right change places where the text runs right to left. */
const KEYS: Record<string, ViewerMove> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'fit',
  '1': 'actualSize',
  r: 'rotate',
  PageDown: 'nextPage',
  PageUp: 'previousPage',
  ArrowRight: 'nextPage',
  ArrowLeft: 'previousPage',
};

type Change = { move: ViewerMove; pageCount: number; shownZoom: number };

function moved(view: View, { move, pageCount, shownZoom }: Change): View {
  switch (move) {
    case 'nextPage':
      return { ...view, page: Math.min(pageCount, view.page + 1) };
    case 'previousPage':
      return { ...view, page: Math.max(1, view.page - 1) };
    case 'zoomIn':
      return { ...view, zoom: Math.min(MOST, shownZoom * STEP) };
    case 'zoomOut':
      return { ...view, zoom: Math.max(LEAST, shownZoom / STEP) };
    case 'fit':
      return { ...view, zoom: 'fit' };
    case 'actualSize':
      return { ...view, zoom: 1 };
    case 'rotate':
      return { ...view, rotation: ((view.rotation + 90) % 360) as Rotation };
  }
}

interface ViewerOptions {
  pageCount: number;
  /** The factor that is drawn now, also while it fits the width. */
  shownZoom: number;
  /** To the document beside this one; undefined where there is none. */
  onDocument: (towards: 1 | -1) => void;
  onClose: () => void;
}

/** Page, zoom and rotation of a viewer, moved by its buttons and by keys. */
export function useViewer({ pageCount, shownZoom, onDocument, onClose }: ViewerOptions) {
  const [view, change] = useReducer(moved, START);
  const move = (how: ViewerMove) => change({ move: how, pageCount, shownZoom });

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key, target, currentTarget } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof Element && target.closest('input, textarea, select, [role="menu"], dialog dialog'))
      return;
    // An open list of keys takes Escape for itself.
    if (event.key === 'Escape' && currentTarget.querySelector(':popover-open')) return;
    const mirrored = getComputedStyle(currentTarget).direction === 'rtl';
    if (key === 'Escape') onClose();
    else if (event.shiftKey && (key === 'ArrowRight' || key === 'ArrowLeft')) {
      onDocument((key === 'ArrowRight') === mirrored ? -1 : 1);
    } else {
      const how = KEYS[mirrored ? (MIRRORED[key] ?? key) : key] ?? KEYS[key.toLowerCase()];
      if (how === undefined) return;
      move(how);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return { view, move, onKeyDown };
}

const MIRRORED: Record<string, string> = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' };
