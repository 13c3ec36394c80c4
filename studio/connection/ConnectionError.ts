/** Thrown when an environment variable of the Studio's connection is missing or malformed. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
  readonly code = 'connection'
  readonly variable: string

  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}.`)
    this.variable = variable
  }
}
