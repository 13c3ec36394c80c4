/** Returns a text in one line. Text of a source could contain control sequences of the terminal, or be long. */
export function printable(text: string, max = 400): string {
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD')
  return plain.length > max ? `${plain.slice(0, max).toWellFormed()}…` : plain
}

/** Columns of a line. A log has no width, and a wider line is hard to read. */
const width = 100

/** Breaks a line at its spaces. The lines after the first are indented by `indent` more than the first. */
export function wrapped(line: string, indent = 4): string {
  if (line.length <= width) return line
  const [start = ''] = /^ */.exec(line) ?? []
  const hanging = `${start}${' '.repeat(indent)}`
  const lines: string[] = []
  let current = start
  for (const word of line.trimStart().split(' ')) {
    const isEmpty = current.trim() === ''
    const fitsAlone = hanging.length + word.length <= width
    if (!isEmpty && fitsAlone && current.length + 1 + word.length > width) {
      lines.push(current.trimEnd())
      current = `${hanging}${word}`
    } else current += isEmpty || current.endsWith(' ') ? word : ` ${word}`
  }
  return [...lines, current].join('\n')
}
