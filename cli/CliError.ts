/** An error for the person who typed the command. Its message says what happened, why, and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: 'usage' | 'setting' | 'bad-input' | 'unreachable' | 'port-in-use' | 'start-failed'

  constructor(code: CliError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
