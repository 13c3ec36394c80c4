/** One line of a template's file, and the lines that take its place. */
export interface LineChange {
  /** Path in the template. */
  file: string
  /** The line, without its indentation. It must occur once. */
  line: string
  /** The new lines, without their indentation. */
  becomes: readonly string[]
}

/**
 * Returns a file's text with the declared lines changed, and no other.
 *
 * @throws Error if a line does not occur exactly once: the template is another version than the one it was declared for
 */
export function changeLines(
  text: string,
  changes: readonly Pick<LineChange, 'line' | 'becomes'>[],
): string {
  const lines = text.split('\n')
  const replacements = new Map<number, string[]>()
  for (const {line, becomes} of changes) {
    const found = lines.flatMap((candidate, index) => (candidate.trim() === line ? [index] : []))
    const [index] = found
    if (index === undefined || found.length > 1) {
      throw new Error(
        `The line \`${line}\` occurs ${found.length} times instead of once. Correct its declaration in scripts/templates/knownTemplates.ts.`,
      )
    }
    if (replacements.has(index)) throw new Error(`The line \`${line}\` is declared twice.`)
    const indentation = /^\s*/.exec(lines[index] ?? '')?.[0] ?? ''
    replacements.set(
      index,
      becomes.map((each) => indentation + each),
    )
  }
  return lines.flatMap((line, index) => replacements.get(index) ?? [line]).join('\n')
}
