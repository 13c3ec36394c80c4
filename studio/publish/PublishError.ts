/** Why documents could not be published, as a sentence for an editor. Nothing was published. */
export class PublishError extends Error {
  override readonly name = 'PublishError'
  readonly code: 'missing' | 'invalid' | 'changed' | 'rejected'
  /** Published id of the document that is the reason. */
  readonly documentId: string

  constructor(
    code: PublishError['code'],
    documentId: string,
    message: string,
    options?: {cause: unknown},
  ) {
    super(message, options)
    this.code = code
    this.documentId = documentId
  }
}
