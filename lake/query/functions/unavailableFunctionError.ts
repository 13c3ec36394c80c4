/** A query uses a function that the lake cannot answer. */
export class UnavailableFunctionError extends Error {
  override readonly name = 'UnavailableFunctionError'
  /** The name with its namespace, such as `text::semanticSimilarity`. */
  readonly functionName: string

  constructor(functionName: string, reason: string) {
    super(`This Content Lake cannot answer ${functionName}() here. ${reason}`)
    this.functionName = functionName
  }
}
