import {expect, test} from 'vitest'

import {
  type AnyFault,
  CancelledFault,
  ImageFault,
  InvalidInputFault,
  OverloadFault,
  QueryBudgetFault,
  QueryFault,
  QuerySyntaxFault,
  StorageFault,
  TransactionFault,
  TransactionIdUsedFault,
} from '../../lake/faults.ts'
import {errorResponse} from '../../lake/http/apiError.ts'

const missing = {
  type: 'documentNotFoundError',
  description: 'The document with the ID "a" was not found',
  details: {id: 'a'},
} as const
const duplicate = {
  type: 'documentAlreadyExistsError',
  description: 'Document by ID "a" already exists',
} as const

test.each<[AnyFault, number, object]>([
  [
    new OverloadFault('Too many listeners', 30),
    503,
    {statusCode: 503, error: 'Service Unavailable', message: 'Too many listeners'},
  ],
  [
    new InvalidInputFault('The body is not JSON: …'),
    400,
    {error: {type: 'validationError', description: 'The body is not JSON: …'}},
  ],
  [
    new TransactionFault('mutation', 2, missing),
    404,
    {
      error: {
        type: 'mutationError',
        description: `The mutation(s) failed: ${missing.description}`,
        items: [{index: 2, error: {type: missing.type, description: missing.description, id: 'a'}}],
      },
    },
  ],
  [
    new TransactionFault('action', 0, duplicate),
    409,
    {
      error: {
        type: 'actionError',
        description: `The action(s) failed: ${duplicate.description}`,
        items: [{index: 0, error: duplicate}],
      },
    },
  ],
  [
    new TransactionIdUsedFault('tx'),
    409,
    {statusCode: 409, error: 'Conflict', message: 'The transaction ID "tx" was used before'},
  ],
  [
    new QuerySyntaxFault('*[\n!', 3, 'no'),
    400,
    {
      error: {
        type: 'queryParseError',
        description: 'no',
        query: '*[\n!',
        start: 3,
        end: 4,
        line: 2,
        column: 1,
      },
    },
  ],
  [
    new QueryFault('*', 'no such function'),
    400,
    {error: {type: 'queryError', description: 'no such function', query: '*'}},
  ],
  [
    new QueryBudgetFault('*', 'time', 'too slow'),
    400,
    {error: {type: 'queryTimeoutError', description: 'too slow', query: '*'}},
  ],
  [
    new QueryBudgetFault('x'.repeat(5_000), 'text', 'too long'),
    400,
    {error: {type: 'queryLimitError', description: 'too long', query: 'x'.repeat(1_000)}},
  ],
  [
    new OverloadFault('Too many queries are waiting. Try again in a second.', 1),
    503,
    {
      statusCode: 503,
      error: 'Service Unavailable',
      message: 'Too many queries are waiting. Try again in a second.',
    },
  ],
  [
    new CancelledFault(),
    499,
    {statusCode: 499, error: 'Client Closed Request', message: 'The request was cancelled'},
  ],
  [new ImageFault('damaged'), 400, {statusCode: 400, error: 'Bad Request', message: 'damaged'}],
  [
    new StorageFault('the disk is full'),
    507,
    {statusCode: 507, error: 'Insufficient Storage', message: 'the disk is full'},
  ],
])('%o becomes the hosted service’s error, because clients read its body', async (...row) => {
  const [fault, status, body] = row
  const response = errorResponse(fault)
  expect(response.status).toBe(status)
  await expect(response.json()).resolves.toEqual(body)
})

test('any other error has status 500, so that nobody looks for the mistake in the request', () => {
  expect(errorResponse(new TypeError('x is undefined')).status).toBe(500)
})
