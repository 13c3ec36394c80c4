/** A file from outside that is damaged, refused or too large. */
export class InputError extends Error {
  override readonly name = 'InputError'
  /** The rest of a sentence that begins with the name of the file, such as `is not UTF-8. Save it as UTF-8`. */
  readonly problem: string
  /** 1-based. Undefined for a problem of the whole file. */
  readonly line: number | undefined

  constructor(problem: string, {line, ...options}: ErrorOptions & {line?: number} = {}) {
    super(line === undefined ? problem : `line ${line} ${problem}`, options)
    this.problem = problem
    this.line = line
  }
}
