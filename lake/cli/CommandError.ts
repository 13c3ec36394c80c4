/** An error for the person who typed the command. Its message says what happened, why, and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code: 'usage' | 'project' | 'seed' | 'folder-in-use' | 'program'

  constructor(code: CommandError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
