import {expect, test} from 'vitest'

import {
  type AnyFault,
  ImageFault,
  InvalidInputFault,
  QueryFault,
  QuerySyntaxFault,
  StorageFault,
  TransactionFault,
  TransactionIdUsedFault,
} from '../../lake/faults.ts'
import {errorResponse} from '../../lake/http/createApp.ts'

const missing = {
  type: 'documentNotFoundError',
  description: 'The document with the ID "a" was not found',
  details: {id: 'a'},
} as const
const taken = {
  type: 'documentAlreadyExistsError',
  description: 'Document by ID "a" already exists',
} as const

test.each<[AnyFault, number, object]>([
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
    new TransactionFault('action', 0, taken),
    409,
    {
      error: {
        type: 'actionError',
        description: `The action(s) failed: ${taken.description}`,
        items: [{index: 0, error: taken}],
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
  [new ImageFault('damaged'), 400, {statusCode: 400, error: 'Bad Request', message: 'damaged'}],
  [
    new StorageFault('the disk is full'),
    507,
    {statusCode: 507, error: 'Insufficient Storage', message: 'the disk is full'},
  ],
])(
  '%o is answered as the hosted service answers it, because clients read the body',
  async (...of) => {
    const [fault, status, body] = of
    const answer = errorResponse(fault)
    expect(answer.status).toBe(status)
    await expect(answer.json()).resolves.toEqual(body)
  },
)

test('what is no fault is answered as a mistake of the lake, so that it is not taken for the client’s', () => {
  expect(errorResponse(new TypeError('x is undefined')).status).toBe(500)
})
