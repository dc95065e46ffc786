/** Reads CSV by RFC 4180, strictly: every row ends with CRLF, and a mark of byte order stands before all. */
export function readCsv(text: string): readonly (readonly string[])[] {
  if (!text.startsWith('\uFEFF')) throw new Error('no mark of byte order')
  const rows: string[][] = []
  let row: string[] = []
  let at = 1
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      at++
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length) throw new Error('a cell does not end')
        at += text[at] === '"' ? 1 : 0
        cell += text[at]
        at++
      }
      at++
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error(`a cell holds ${JSON.stringify(text[at])}`)
        cell += text[at]
        at++
      }
    }
    row.push(cell)
    if (text[at] === ',') at++
    else if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else throw new Error(`a cell is followed by ${JSON.stringify(text[at])}`)
  }
  if (row.length > 0) throw new Error('the last row does not end')
  return rows
}
