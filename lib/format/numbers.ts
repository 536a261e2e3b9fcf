/** A number with the locale's grouping: `1,234`. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file's size in steps of 1,000, with one decimal below ten: `1.4 MB`, `82 kB`, `512 byte`. */
export function formatSize(bytes: number, locale: string): string {
  const step = bytes < 1000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: sizes[step] ?? 'byte',
    maximumFractionDigits: step > 0 && value < 10 ? 1 : 0,
  }).format(value);
}

/** A share of 0 to 100 as people write it: at most two decimals, the percent sign where the language puts it. */
export function formatPercent(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);
}
