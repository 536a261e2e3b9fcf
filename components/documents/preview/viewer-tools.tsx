'use client';

import { ChevronLeft, ChevronRight, Keyboard, MoveHorizontal, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Popover } from '@/components/ui/popover';
import type { View, ViewerMove } from './use-viewer';

interface ViewerToolsProps {
  view: View;
  pageCount: number;
  shownZoom: number;
  onMove: (move: ViewerMove) => void;
}

/** The keys of the viewer, with the message that says what they do. */
const KEYS = [
  { keys: ['←', '→'], what: 'keyPage' },
  { keys: ['Shift', '←', '→'], what: 'keyDocument' },
  { keys: ['+', '-'], what: 'keyZoom' },
  { keys: ['0'], what: 'keyFit' },
  { keys: ['1'], what: 'keyActual' },
  { keys: ['R'], what: 'keyRotate' },
  { keys: ['Esc'], what: 'keyClose' },
] as const;

/** Pages, zoom and rotation, each with the key that does the same. */
export function ViewerTools({ view, pageCount, shownZoom, onMove }: ViewerToolsProps) {
  const t = useTranslations('documents.viewer');
  return (
    <div
      role="toolbar"
      aria-label={t('tools')}
      className="flex flex-wrap items-center gap-x-3 border-b border-line px-2 py-1 text-sm"
    >
      {pageCount > 1 && (
        <span className="flex items-center">
          <IconButton
            side="below"
            label={t('previousPage')}
            keys="←"
            icon={<ChevronLeft className="mirror" />}
            onClick={() => onMove('previousPage')}
          />
          <span aria-live="polite" className="min-w-16 px-1 text-center tabular-nums">
            {t('page', { page: view.page, count: pageCount })}
          </span>
          <IconButton
            side="below"
            label={t('nextPage')}
            keys="→"
            icon={<ChevronRight className="mirror" />}
            onClick={() => onMove('nextPage')}
          />
        </span>
      )}
      <span className="flex items-center">
        <IconButton
          side="below"
          label={t('zoomOut')}
          keys="-"
          icon={<ZoomOut />}
          onClick={() => onMove('zoomOut')}
        />
        <span className="min-w-12 text-center tabular-nums">{t('percent', { value: shownZoom })}</span>
        <IconButton
          side="below"
          label={t('zoomIn')}
          keys="+"
          icon={<ZoomIn />}
          onClick={() => onMove('zoomIn')}
        />
        <IconButton
          side="below"
          label={t('fit')}
          keys="0"
          aria-pressed={view.zoom === 'fit'}
          icon={<MoveHorizontal />}
          onClick={() => onMove('fit')}
          className={view.zoom === 'fit' ? 'text-accent!' : undefined}
        />
      </span>
      <IconButton
        side="below"
        label={t('rotate')}
        keys="R"
        icon={<RotateCw />}
        onClick={() => onMove('rotate')}
      />
      <span className="ms-auto max-sm:hidden">
        <Popover
          align="end"
          trigger={(props) => <IconButton {...props} side="below" label={t('keys')} icon={<Keyboard />} />}
        >
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 p-3">
            {KEYS.map(({ keys, what }) => (
              <div key={what} className="contents">
                <dt className="flex gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{t(what)}</dd>
              </div>
            ))}
          </dl>
        </Popover>
      </span>
    </div>
  );
}
