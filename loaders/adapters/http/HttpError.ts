/** An error for the client of a request, which receives `status`, `code` and the message. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: 400 | 401 | 403 | 404 | 405 | 501 | 503
  readonly code: string
  readonly headers: Record<string, string>

  constructor(
    status: HttpError['status'],
    code: string,
    message: string,
    headers: Record<string, string> = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}
