/** The last output of a program, for messages. */
export interface LastLines {
  add: (line: string) => void
  /** Indented. */
  text: () => string
}

/** Keeps the last 40 lines. */
export function lastLines(): LastLines {
  const lines: string[] = []
  return {
    add: (line) => {
      lines.push(line)
      if (lines.length > 40) lines.shift()
    },
    text: () => lines.map((line) => `  ${line}`).join('\n'),
  }
}
