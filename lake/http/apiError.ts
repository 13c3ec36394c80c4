/**
 * An answer that is an error, in the shape of the hosted service's own: the client takes its message
 * and its class (ClientError, ServerError) from it.
 */
export class ApiError extends Error {
  readonly status: number
  readonly body: unknown

  constructor(status: number, message: string, body: unknown) {
    super(message)
    this.status = status
    this.body = body
  }
}

const reasons: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  507: 'Insufficient Storage',
}

/** The form for errors about the request as a whole: `{statusCode, error, message}`. */
export function requestError(status: number, message: string): ApiError {
  return new ApiError(status, message, {
    statusCode: status,
    error: reasons[status] ?? 'Error',
    message,
  })
}

/** What is wrong with one mutation or action of a transaction. */
export interface TransactionFault {
  /** The position among the transaction's mutations or actions. */
  index: number
  type: string
  description: string
  /** Fields of the service's own, such as `currentRevisionID`. */
  details?: Record<string, unknown>
}

/** The form for a transaction that was refused: `{error: {type, description, items}}`. */
export function transactionError(
  kind: 'mutation' | 'action',
  status: number,
  faults: readonly TransactionFault[],
): ApiError {
  const description =
    kind === 'mutation'
      ? `The mutation(s) failed: ${faults[0]?.description ?? 'unknown reason'}`
      : `The action(s) failed: ${faults[0]?.description ?? 'unknown reason'}`
  return new ApiError(status, description, {
    error: {
      type: `${kind}Error`,
      description,
      items: faults.map((fault) => ({
        index: fault.index,
        error: {type: fault.type, description: fault.description, ...fault.details},
      })),
    },
  })
}

/** The form for a body that is not what the endpoint takes. */
export function validationError(description: string): ApiError {
  return new ApiError(400, description, {error: {type: 'validationError', description}})
}

/** The form for GROQ that does not parse; positions count characters from 0. */
export function queryParseError(query: string, start: number, description: string): ApiError {
  const lines = query.slice(0, start).split('\n')
  return new ApiError(400, description, {
    error: {
      type: 'queryParseError',
      description,
      query,
      start,
      end: Math.max(start, Math.min(start + 1, query.length)),
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
    },
  })
}

/** The form for GROQ that parses and cannot be evaluated. */
export function queryError(query: string, description: string): ApiError {
  return new ApiError(400, description, {error: {type: 'queryError', description, query}})
}
