/** What a command could not do, told to the person who typed it: what, why, and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: 'usage' | 'setting' | 'bad-input' | 'unreachable' | 'port-in-use' | 'start-failed'

  constructor(code: CliError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
