/** A variable that says where the Studio's content lives is missing or malformed. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
  readonly code = 'connection'
  readonly variable: string

  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}.`)
    this.variable = variable
  }
}
