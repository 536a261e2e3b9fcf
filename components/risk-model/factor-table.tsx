'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { conditionText } from '@/lib/risk/condition-words';
import type { DecisionTable, RiskModel } from '@/lib/risk/model';
import { ConditionDialog } from './condition-dialog';
import { FactorHead } from './factor-head';
import { Fault } from './fault';
import { faultBelow } from './first-fault';
import { focusCell, type GridPlace, moveInGrid, placeOf } from './grid-keys';
import type { ChangeModel, ModelFaults } from './model-actions';
import { RowButtons } from './row-buttons';
import { addRow, moveRow, putCondition, putText, removeRow } from './row-writing';
import { TextCell } from './text-cell';

interface FactorTableProps {
  model: RiskModel;
  /** Which factor of the model. */
  index: number;
  change: ChangeModel;
  faults: ModelFaults;
  /** The rows that the check found something about. */
  marked: ReadonlySet<string>;
}

const cellStyle =
  'border-b border-line px-3 py-1.5 align-top focus-visible:outline-offset-[-2px] group-data-marked/row:bg-caution-soft';

/**
 * A decision table. Where it may be changed it is a grid: arrows move, Enter or F2 or a click edits, Tab goes on to the next cell,
 * Escape leaves what was; Alt with an arrow moves the row.
 */
export function FactorTable({ model, index, change, faults, marked }: FactorTableProps) {
  const t = useTranslations('riskModel.table');
  const grid = useRef<HTMLTableElement>(null);
  const [editing, setEditing] = useState<GridPlace>();
  const [at, setAt] = useState<GridPlace>({ row: 0, column: 0 });
  const factor = model.factors[index];
  if (!factor) return null;
  const { facts, rows, otherwise } = factor.table;
  const scoreColumn = facts.length;
  const lastRow = rows.length - (otherwise ? 0 : 1);
  const write = (edit: (table: DecisionTable) => void) =>
    change?.(({ factors }) => {
      const table = factors[index]?.table;
      if (table) edit(table);
    });

  function stop(place: GridPlace) {
    setEditing(undefined);
    // After the box has given way to the cell.
    requestAnimationFrame(() => grid.current && focusCell(grid.current, place));
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    if (!change || moveInGrid(event)) return;
    const cell = event.target as HTMLElement;
    const place = cell.matches('[data-cell]') ? placeOf(cell) : undefined;
    if (!place) return;
    const { row, column } = place;
    if (event.key === 'Enter' || event.key === 'F2') open(place);
    else if (event.key === 'Delete' && column < scoreColumn) {
      write((table) => putCondition(table, row, facts[column], undefined));
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const by = event.key === 'ArrowUp' ? -1 : 1;
      if (row + by < 0 || row >= rows.length || row + by >= rows.length) return;
      write((table) => moveRow(table, row, by));
      stop({ row: row + by, column });
    } else return;
    event.preventDefault();
  }

  function open(place: GridPlace) {
    if (!change || (place.row === rows.length && place.column < scoreColumn)) return;
    setEditing(place);
  }

  const cellProps = (row: number, column: number) =>
    change
      ? {
          role: 'gridcell',
          'data-cell': `${row},${column}`,
          tabIndex: at.row === row && at.column === column ? 0 : -1,
          onFocus: () => setAt({ row, column }),
          onClick: () => open({ row, column }),
        }
      : {};

  const isEditing = (row: number, column: number) => editing?.row === row && editing.column === column;

  const textCell = (row: number, what: 'score' | 'explanation', value: string, path: string) => {
    const column = what === 'score' ? scoreColumn : scoreColumn + 1;
    return (
      <td
        {...cellProps(row, column)}
        className={`${cellStyle} ${what === 'score' ? 'text-end' : 'w-1/2 min-w-64'}`}
      >
        <TextCell
          label={t(what === 'score' ? 'scoreOf' : 'explanationOf', { row: row + 1, factor: factor.name })}
          value={value}
          numeric={what === 'score'}
          fault={faults.get(path)}
          isEditing={isEditing(row, column)}
          onEnd={(typed, focus) => {
            if (typed !== undefined && typed !== value) write((table) => putText(table, row, what, typed));
            if (focus === 'elsewhere') setEditing(undefined);
            else if (focus === 'next' && what === 'score') setEditing({ row, column: column + 1 });
            else stop(focus === 'next' && row < lastRow ? { row: row + 1, column: 0 } : { row, column });
          }}
        />
      </td>
    );
  };

  const editedFact = editing && editing.row < rows.length ? facts[editing.column] : undefined;
  const path = (row: number) => `factors[${index}].table.rows[${row}]`;
  return (
    // Relative, so that what is hidden for the eye does not widen the page.
    <div
      className="relative overflow-x-auto"
      {...(!change && { role: 'group', tabIndex: 0, 'aria-label': t('scrolls', { factor: factor.name }) })}
    >
      <table
        ref={grid}
        role={change ? 'grid' : undefined}
        aria-label={t('label', { factor: factor.name })}
        onKeyDown={onKeyDown}
        className="w-full border-separate border-spacing-0"
      >
        <FactorHead facts={facts} mayChange={change !== undefined} />
        <tbody>
          {rows.map((row, number) => (
            <tr key={row.id} className="group/row" data-marked={marked.has(row.id) || undefined}>
              {facts.map((fact, column) => (
                <td key={fact} {...cellProps(number, column)} className={`${cellStyle} min-w-40`}>
                  <span className={row.conditions[fact] ? undefined : 'text-ink-soft'}>
                    {conditionText(fact, row.conditions[fact], model.countryLists)}
                  </span>
                  <Fault
                    text={
                      (column === 0 ? faults.get(`${path(number)}.conditions`) : undefined) ??
                      faultBelow(faults, `${path(number)}.conditions.${fact}`)
                    }
                  />
                </td>
              ))}
              {textCell(number, 'score', `${row.score}`, `${path(number)}.score`)}
              {textCell(number, 'explanation', row.explanation, `${path(number)}.explanation`)}
              {change && (
                <td role="gridcell" className={`${cellStyle} py-0.5! whitespace-nowrap`}>
                  <RowButtons
                    number={number + 1}
                    isAt={at.row === number}
                    isFirst={number === 0}
                    isLast={number === rows.length - 1}
                    onMove={(by) => {
                      write((table) => moveRow(table, number, by));
                      stop({ row: number + by, column: at.column });
                    }}
                    onAdd={() => {
                      write((table) => addRow(table, number));
                      stop({ row: number + 1, column: 0 });
                    }}
                    onRemove={
                      rows.length > 1
                        ? () => {
                            change((all) => removeRow(all, index, number));
                            stop({ row: Math.max(0, number - 1), column: 0 });
                          }
                        : undefined
                    }
                  />
                </td>
              )}
            </tr>
          ))}
          {otherwise && (
            <tr className="group/row" data-marked={marked.has(otherwise.id) || undefined}>
              <td
                {...cellProps(rows.length, 0)}
                colSpan={facts.length}
                className={`${cellStyle} text-ink-soft italic`}
              >
                {t('otherwise')}
              </td>
              {textCell(
                rows.length,
                'score',
                `${otherwise.score}`,
                `factors[${index}].table.otherwise.score`,
              )}
              {textCell(
                rows.length,
                'explanation',
                otherwise.explanation,
                `factors[${index}].table.otherwise.explanation`,
              )}
              {change && <td role="gridcell" className={cellStyle} />}
            </tr>
          )}
        </tbody>
      </table>
      {editing && editedFact && (
        <ConditionDialog
          factId={editedFact}
          row={t('rowOf', { row: editing.row + 1, factor: factor.name })}
          condition={rows[editing.row]?.conditions[editedFact]}
          lists={model.countryLists}
          onDone={(condition) => write((table) => putCondition(table, editing.row, editedFact, condition))}
          onClose={() => stop(editing)}
        />
      )}
    </div>
  );
}
