import type { KeyboardEvent } from 'react';

const CELL = '[data-cell]';

/** A cell's place in its grid. */
export type GridPlace = { row: number; column: number };

/** The place that a cell carries in `data-cell`. */
export function placeOf(element: Element | null): GridPlace | undefined {
  const [row, column] = element?.closest<HTMLElement>(CELL)?.dataset['cell']?.split(',').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

/** Puts the focus on a cell of a grid. */
export function focusCell(grid: Element, { row, column }: GridPlace): void {
  grid.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`)?.focus();
}

/**
 * Moves the focus among the cells of a grid by the arrow keys, Home and End, as the ARIA practices describe it; true where the key
 * did. Keys pressed inside of a cell's control are the control's own.
 */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): boolean {
  const cell = event.target as HTMLElement;
  const from = cell.matches(CELL) && !event.altKey ? placeOf(cell) : undefined;
  if (!from) return false;
  const towardsEnd = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
  const by: Record<string, GridPlace> = {
    ArrowUp: { row: -1, column: 0 },
    ArrowDown: { row: 1, column: 0 },
    ArrowRight: { row: 0, column: towardsEnd },
    ArrowLeft: { row: 0, column: -towardsEnd },
    Home: { row: 0, column: -from.column },
    End: { row: 0, column: lastColumn(event.currentTarget) - from.column },
  };
  const step = by[event.key];
  if (!step) return false;
  event.preventDefault();
  focusCell(event.currentTarget, { row: from.row + step.row, column: from.column + step.column });
  return true;
}

function lastColumn(grid: Element): number {
  return Math.max(...[...grid.querySelectorAll(CELL)].map((cell) => placeOf(cell)?.column ?? 0));
}
