import {expect, test} from 'vitest'

import {readReferrers} from '../../../studio/acts/remove/referrers.ts'
import {referenceTo} from '../../../studio/documents/referenceTo.ts'
import {runLake} from '../../lake/support/runLake.ts'

test('what uses a document is listed once each, also if only a draft or a release uses it', async () => {
  const {client, close} = await runLake()
  const guests = [{_key: 'a', guest: referenceTo('dana', 'guest', {published: true})}]
  const later = [{_key: 'a', guest: referenceTo('dana', 'guest', {published: false})}]
  await client
    .transaction()
    .create({_id: 'dana', _type: 'guest', name: 'Dana'})
    .create({_id: 'session', _type: 'touchpoint', title: 'Published', guests})
    .create({_id: 'drafts.session', _type: 'touchpoint', title: 'Published', guests})
    .create({_id: 'drafts.new', _type: 'touchpoint', title: 'A draft', guests: later})
    .create({_id: 'versions.r1.v', _type: 'touchpoint', title: 'In a release', guests})
    .create({
      _id: 'decision',
      _type: 'calendarDecision',
      sessions: [{_type: 'reference', _ref: 'dana', _weak: true}],
    })
    .commit()
  await expect(readReferrers(client, 'dana')).resolves.toEqual({
    documents: [
      {id: 'new', type: 'touchpoint', name: 'A draft'},
      {id: 'v', type: 'touchpoint', name: 'In a release'},
      {id: 'session', type: 'touchpoint', name: 'Published'},
    ],
    more: false,
  })
  await close()
})

test('a document that refers to itself can be deleted', async () => {
  const {client, close} = await runLake()
  const self = {_type: 'reference', _ref: 'own'}
  await client.create({_id: 'own', _type: 'workingGroup', parent: self})
  await expect(readReferrers(client, 'own')).resolves.toEqual({documents: [], more: false})
  await close()
})
