import {expect, test} from 'vitest'

import {unpublishedMessage} from '../../../studio/publish/unpublishedMessage.ts'
import {runLake} from '../../lake/support/runLake.ts'

const system = {_rev: 'r', _createdAt: '', _updatedAt: ''}
const session = {
  ...system,
  _id: 'drafts.t',
  _type: 'touchpoint',
  guests: [{_key: 'a', guest: {_type: 'reference', _ref: 'ana'}}],
}
const path = ['guests', {_key: 'a'}, 'guest']

test('a message about a reference names its document, because a session refers to several', async () => {
  const {client, close} = await runLake()
  await client.create({_id: 'drafts.ana', _type: 'guest', name: 'Ana Jiménez'})
  expect(await unpublishedMessage(client, session, path)).toBe(
    '“Ana Jiménez” (ana) is not published. Publish it first, or select another one.',
  )
  await client.delete('drafts.ana')
  expect(await unpublishedMessage(client, session, path)).toBe(
    'The document “ana” does not exist. Select another one.',
  )
  await close()
})
