/**
 * What can go wrong around a lake, as opposed to what a request did wrong (see `faults.ts`).
 * Messages say what happened, why it matters and what to do.
 */
export type LakeErrorCode =
  | 'port-in-use'
  | 'not-a-lake-file'
  | 'damaged-file'
  | 'file-locked'
  | 'file-not-writable'
  | 'other-dataset'
  | 'import-refused'
  | 'tokens-required'
  | 'invalid-configuration'

/** The base of every error that `createLake`, `serve` and `importDocuments` throw. */
export class LakeError extends Error {
  override readonly name = 'LakeError'
  readonly code: LakeErrorCode

  constructor(code: LakeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The port that `serve` was asked to listen on belongs to another program. */
export class PortInUseError extends LakeError {
  readonly port: number

  constructor(port: number, options?: ErrorOptions) {
    super(
      'port-in-use',
      `Port ${port} is already in use, so the lake cannot listen on it. ` +
        `Stop the program that holds it, or choose another port.`,
      options,
    )
    this.port = port
  }
}

/** A line of an import that cannot be stored. */
export interface ImportProblem {
  file: string
  /** 1-based. */
  line: number
  message: string
}

/** An import that was refused as a whole: nothing of it was stored. */
export class ImportRefusedError extends LakeError {
  readonly problems: readonly ImportProblem[]

  constructor(problems: readonly ImportProblem[]) {
    const lines = problems
      .slice(0, 20)
      .map((problem) => `  ${problem.file}:${problem.line}  ${problem.message}`)
    const more =
      problems.length > lines.length ? `\n  … and ${problems.length - lines.length} more` : ''
    super(
      'import-refused',
      `Nothing was imported: ${problems.length} ${problems.length === 1 ? 'line is' : 'lines are'} not usable. ` +
        `Correct them and import again.\n${lines.join('\n')}${more}`,
    )
    this.problems = problems
  }
}

/** Narrows anything caught to an error of the lake's own. */
export function isLakeError(error: unknown): error is LakeError {
  return error instanceof LakeError
}
