import { columns, fixed } from './columns';
import type { FilesMeasured } from './files';
import type { FirstLoad } from './first-load';
import type { Figures } from './measure';
import type { Memory } from './proc';
import { type Reassessing, reassessingTables } from './reassessing';

/** One measured line; rates in answers a second, times in milliseconds. */
export type Measured = {
  row: string;
  database: string;
  goal?: number;
  floor?: Figures;
  product?: Figures;
};

/** The servers' memory at the end of their run, and what the product's is to stay under, in megabytes. */
export type MeasuredMemory = {
  database: string;
  product: Memory | undefined;
  floor: Memory | undefined;
  goal: number;
};

/** A report set in a process that does nothing else. */
export type MeasuredRendering = { pages: number; p50: number; p99: number; goal: number };

export type Results = {
  rows: Measured[];
  rendering: MeasuredRendering;
  memory: MeasuredMemory[];
  firstLoads: { goal: number; pages: FirstLoad[] };
  /** Goal: so many times the plain disk's time at most. */
  files: FilesMeasured & { goal: number };
  reassessing: Reassessing[];
};

/** The results as plain text, in columns. */
export function tables({ rows, rendering, memory, firstLoads, files, reassessing }: Results): string {
  return [
    columns(
      ['', 'database', 'floor/s', 'product/s', 'ratio', 'goal', 'p50 ms', 'p99 ms', 'CPU ms', 'floor CPU ms'],
      rows.map(rateLine),
    ),
    columns(
      ['in process', 'p50 ms', 'p99 ms', 'goal ms'],
      [
        [
          `the PDF, ${rendering.pages} pages, warm`,
          fixed(rendering.p50),
          fixed(rendering.p99),
          String(rendering.goal),
        ],
      ],
    ),
    columns(
      ['memory', 'end MB', 'peak MB', 'goal MB', 'floor peak MB'],
      memory.map(({ database, product, floor, goal }) => [
        database,
        fixed(product?.now, 0),
        fixed(product?.peak, 0),
        String(goal),
        fixed(floor?.peak, 0),
      ]),
    ),
    columns(
      ['scripts of a first view', 'files', 'gzip kB', 'goal kB'],
      firstLoads.pages.map(({ page, scripts, gzipped }) => [
        page,
        String(scripts),
        fixed(gzipped / 1000),
        String(firstLoads.goal),
      ]),
    ),
    columns(
      ['files', 'product ms', 'plain disk ms', 'times', 'goal'],
      files.figures.map(({ name, product, floor }) => [
        name,
        fixed(product, 0),
        fixed(floor, 0),
        fixed(product / floor),
        String(files.goal),
      ]),
    ),
    columns(
      ['uploads at once', 'seconds', 'MB before', 'MB peak'],
      [
        [
          String(files.crowd.uploads),
          fixed(files.crowd.ms / 1000),
          fixed(files.crowd.before, 0),
          fixed(files.crowd.peak, 0),
        ],
      ],
    ),
    reassessingTables(reassessing),
  ].join('\n\n');
}

/** How far the product's rate is from the floor's; undefined where only one of the two was measured. */
export function ratioOf({ floor, product }: Measured): number | undefined {
  return floor && product ? product.rate / floor.rate : undefined;
}

function rateLine(measured: Measured): string[] {
  const { row, database, goal, floor, product } = measured;
  const shown = product ?? floor;
  return [
    row,
    database,
    fixed(floor?.rate, 0),
    fixed(product?.rate, (product?.rate ?? 0) < 100 ? 1 : 0),
    fixed(ratioOf(measured), 2),
    fixed(goal, 2),
    fixed(shown?.p50),
    fixed(shown?.p99),
    fixed(product?.cpu, 2),
    fixed(floor?.cpu, 2),
  ];
}
