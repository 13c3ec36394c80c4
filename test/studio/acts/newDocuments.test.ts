import {expect, test} from 'vitest'

import {newDocuments} from '../../../studio/acts/newDocuments.ts'
import {referenceTo} from '../../../studio/documents/referenceTo.ts'
import {runLake} from '../../lake/support/runLake.ts'

const to = (id: string, type: string) => referenceTo(id, type, {published: false})

test('a session has to be published with its new guest and the new organization of that guest', async () => {
  const {client, close} = await runLake()
  await client
    .transaction()
    .create({_id: 'drafts.company', _type: 'organization', name: 'Acme'})
    .create({
      _id: 'drafts.dana',
      _type: 'guest',
      name: 'Dana',
      organization: to('company', 'organization'),
    })
    // Published meanwhile, by another editor.
    .create({_id: 'known', _type: 'guest', name: 'Known'})
    .create({_id: 'drafts.known', _type: 'guest', name: 'Known, edited'})
    .commit()
  const session = {
    guests: [
      {guest: to('dana', 'guest')},
      {guest: to('known', 'guest')},
      {guest: to('gone', 'guest')},
    ],
  }
  await expect(newDocuments(client, session)).resolves.toEqual([
    {id: 'dana', type: 'guest', name: 'Dana'},
    {id: 'company', type: 'organization', name: 'Acme'},
  ])
  await close()
})

test('documents that refer to each other are each listed once', async () => {
  const {client, close} = await runLake()
  await client
    .transaction()
    .create({_id: 'drafts.a', _type: 'guest', name: 'A', friend: to('b', 'guest')})
    .create({_id: 'drafts.b', _type: 'guest', name: 'B', friend: to('a', 'guest')})
    .commit()
  const found = await newDocuments(client, {guests: [to('a', 'guest')]})
  expect(found.map(({id}) => id)).toEqual(['a', 'b'])
  await close()
})
