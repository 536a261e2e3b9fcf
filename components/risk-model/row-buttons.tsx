'use client';

import { cx } from 'class-variance-authority';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';

interface RowButtonsProps {
  number: number;
  /** Whether the focus of the grid is in this row: the buttons of one row only are on the way of Tab. */
  isAt: boolean;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onAdd: () => void;
  onRemove: (() => void) | undefined;
}

/**
 * Moves, adds and removes a row; a button that does not apply leaves its place empty, so that the others stand in columns. They show
 * in the row that is pointed at or has the focus of the grid; where nothing can point, in each.
 */
export function RowButtons({ number, isAt, isFirst, isLast, onMove, onAdd, onRemove }: RowButtonsProps) {
  const t = useTranslations('riskModel.table');
  const button = (icon: ReactNode, label: string, onClick: (() => void) | undefined) =>
    onClick ? (
      <IconButton icon={icon} label={label} tabIndex={isAt ? 0 : -1} onClick={onClick} />
    ) : (
      <span className="inline-block size-8 pointer-coarse:size-11" />
    );
  return (
    <span
      className={cx('flex justify-end', !isAt && 'invisible group-hover/row:visible pointer-coarse:visible')}
    >
      {button(<ArrowUp />, t('moveUp', { row: number }), isFirst ? undefined : () => onMove(-1))}
      {button(<ArrowDown />, t('moveDown', { row: number }), isLast ? undefined : () => onMove(1))}
      {button(<Plus />, t('add', { row: number }), onAdd)}
      {button(<Trash2 />, t('remove', { row: number }), onRemove)}
    </span>
  );
}
