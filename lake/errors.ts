/**
 * The code of a `LakeError`: why a lake could not be opened, served or imported into. Errors that a request
 * causes are in `faults.ts`.
 */
export type LakeErrorCode =
  | 'port-in-use'
  | 'not-a-lake-file'
  | 'damaged-file'
  | 'file-locked'
  | 'file-not-writable'
  | 'dataset-mismatch'
  | 'invalid-import'
  | 'tokens-required'
  | 'invalid-configuration'
  | 'program-missing'

/** The base class of the errors that `createLake`, `serve` and `lake.import` throw. */
export class LakeError extends Error {
  override readonly name = 'LakeError'
  readonly code: LakeErrorCode

  constructor(code: LakeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Another program uses the port that `serve` should listen on. */
export class PortInUseError extends LakeError {
  readonly port: number

  constructor(port: number, options?: ErrorOptions) {
    super(
      'port-in-use',
      `Could not listen on port ${port}: it is already in use. ` +
        `Stop the program that uses it, or choose another port.`,
      options,
    )
    this.port = port
  }
}

/** An invalid line of an import. */
export interface ImportProblem {
  file: string
  /** 1-based. */
  line: number
  /** The problem, such as `is not JSON`. */
  message: string
}

/** An import with invalid lines. Nothing was stored. */
export class ImportError extends LakeError {
  readonly problems: readonly ImportProblem[]

  constructor(problems: readonly ImportProblem[]) {
    const lines = problems
      .slice(0, 20)
      .map((problem) => `  ${problem.file}:${problem.line}  ${problem.message}`)
    const more =
      problems.length > lines.length ? `\n  … and ${problems.length - lines.length} more` : ''
    super(
      'invalid-import',
      `Nothing was imported: ${problems.length} ${problems.length === 1 ? 'line is' : 'lines are'} invalid. ` +
        `Fix ${problems.length === 1 ? 'it' : 'them'} and import again.\n${lines.join('\n')}${more}`,
    )
    this.problems = problems
  }
}

/** Returns whether a caught value is a LakeError. */
export function isLakeError(error: unknown): error is LakeError {
  return error instanceof LakeError
}
