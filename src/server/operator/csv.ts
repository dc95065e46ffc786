/**
 * A table as CSV (RFC 4180), with a mark by which spreadsheets know that it is UTF-8. Cells that a spreadsheet would take
 * for a formula begin with an apostrophe.
 */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map(row => `${row.map(field).join(',')}\r\n`).join('')}`

function field(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
