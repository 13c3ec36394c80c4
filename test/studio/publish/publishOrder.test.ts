import {expect, test} from 'vitest'

import {publishOrder} from '../../../studio/publish/publishOrder.ts'

const session = {_id: 'drafts.s', guests: [{guest: {_ref: 'g'}}]}
const guest = {_id: 'drafts.g', organization: {_ref: 'o'}}
const organization = {_id: 'drafts.o'}

test('a document comes after those it refers to, so that each step of the transaction is valid', () => {
  expect(publishOrder([session, guest, organization])).toEqual([organization, guest, session])
})

test('documents that refer to each other are each in the result once', () => {
  const [a, b] = [
    {_id: 'a', to: {_ref: 'b'}},
    {_id: 'b', to: {_ref: 'a'}},
  ]
  expect(publishOrder([a, b]).toSorted((x, y) => x._id.localeCompare(y._id))).toEqual([a, b])
})
