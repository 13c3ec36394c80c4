import {
  type AnyFault,
  type DatasetProblem,
  type FailureReason,
  isFault,
  type QueryBudgetFault,
  type QuerySyntaxFault,
  type TransactionFault,
} from '../faults.ts'
import {reasonOf} from '../reasonOf.ts'

/**
 * An error response in the hosted service's format. @sanity/client takes its error message and class
 * (ClientError, ServerError) from it.
 */
export class ApiError extends Error {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

const statusTexts: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  499: 'Client Closed Request',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
}

/** Returns an error about the request as a whole: `{statusCode, error, message}`. */
export function requestError(
  status: number,
  message: string,
  headers?: Readonly<Record<string, string>>,
): ApiError {
  const body = {statusCode: status, error: statusTexts[status] ?? 'Error', message}
  return new ApiError(status, message, body, headers)
}

/** Returns the error for a path that the hosted service may have and the lake lacks. */
export function missingEndpoint({method, path}: {method: string; path: string}): ApiError {
  return requestError(404, `Not found: ${method} ${path}. The lake does not have this endpoint.`)
}

/** Returns the response for an error of a request. */
export function errorResponse(error: unknown): Response {
  const {body, status, headers} = apiError(error)
  return Response.json(body, {status, headers})
}

/** Returns the error to answer a request with, for any error that it caused. */
export function apiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (isFault(error)) return apiErrorOf(error)
  return requestError(500, reasonOf(error))
}

/** Returns an error about an invalid request body. */
function validationError(description: string): ApiError {
  return new ApiError(400, description, {error: {type: 'validationError', description}})
}

const datasetStatuses = {
  'invalid-name': 400,
  taken: 409,
  missing: 404,
  protected: 403,
  full: 403,
} as const satisfies Record<DatasetProblem, number>

/** Maps a fault of the lake to an HTTP error. This is the only place that does. */
export function apiErrorOf(fault: AnyFault): ApiError {
  switch (fault.code) {
    case 'invalid-input':
      return validationError(fault.message)
    case 'transaction-failed':
      return transactionError(fault)
    case 'transaction-id-used':
      return requestError(409, fault.message)
    case 'query-syntax':
      return querySyntaxError(fault)
    case 'query-evaluation': {
      const {query, message: description} = fault
      return new ApiError(400, description, {error: {type: 'queryError', description, query}})
    }
    case 'query-budget':
      return queryBudgetError(fault)
    // Like a query's budget: no client or proxy sends the same request again.
    case 'answer-budget':
      return requestError(400, fault.message)
    case 'cancelled':
      return requestError(499, fault.message)
    case 'image':
      return requestError(400, fault.message)
    case 'storage':
      return requestError(507, fault.message)
    case 'overload':
      return requestError(503, fault.message, {'retry-after': String(fault.retryAfterSeconds)})
    case 'dataset':
      return requestError(datasetStatuses[fault.problem], fault.message)
  }
}

/** Returns an error about a failed transaction: `{error: {type, description, items}}`. */
function transactionError({kind, index, reason, message}: TransactionFault): ApiError {
  const {type, description, details} = reason
  return new ApiError(failureStatus[type], message, {
    error: {
      type: `${kind}Error`,
      description: message,
      items: [{index, error: {type, description, ...details}}],
    },
  })
}

const failureStatus = {
  documentNotFoundError: 404,
  releaseNotFoundError: 404,
  documentAlreadyExistsError: 409,
  documentRevisionIDDoesNotMatchError: 409,
  documentImmutableAttributeError: 409,
  documentReferenceDoesNotExistError: 409,
  documentHasExistingReferencesError: 409,
  draftExistsError: 409,
  releaseStateError: 409,
} as const satisfies Record<FailureReason['type'], number>

/**
 * Returns an error about a query that exceeds a budget. The status is 400, so that no client or proxy
 * sends the query again. The error repeats the start of the query only, because the rest can be long.
 */
function queryBudgetError({query, budget, message: description}: QueryBudgetFault): ApiError {
  const type = budget === 'time' ? 'queryTimeoutError' : 'queryLimitError'
  return new ApiError(400, description, {error: {type, description, query: query.slice(0, 1000)}})
}

/** Returns an error about GROQ that does not parse. `start` and `end` count characters from 0. */
function querySyntaxError({query, start, message: description}: QuerySyntaxFault): ApiError {
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
