/**
 * A value's one JSON text, whatever the order in which its properties were written (RFC 8785): what hashes are made of.
 * Properties that are undefined are left out, dates stand in ISO 8601, as in `JSON.stringify`.
 */
export function canonicalJson(value: unknown): string {
  return write(JSON.parse(JSON.stringify(value)));
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const properties = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${properties.map(([name, one]) => `${JSON.stringify(name)}:${write(one)}`).join(',')}}`;
}
