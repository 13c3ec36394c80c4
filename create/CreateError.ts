/** An error for the person who starts a project. Its message says what happened, why, and what to do. */
export class CreateError extends Error {
  override readonly name = 'CreateError'
  readonly code: 'usage' | 'folder' | 'packages' | 'manifest' | 'stopped'

  constructor(code: CreateError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
