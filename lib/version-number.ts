/** The number of a version that an address names, 1 to 999,999,999; undefined for anything else. */
export function versionNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
