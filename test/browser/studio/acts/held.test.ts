import {expect} from 'vitest'

import {test} from '../../support/browserTest.ts'
import {countActs} from '../../support/countActs.ts'
import {ownDocuments} from '../../support/ownDocuments.ts'
import {plannedSession} from '../../support/plannedSession.ts'
import {studioForm} from '../../support/studioForm.ts'

test('a session and its recording are published in four interactions', async ({
  page,
  addresses,
  client,
}) => {
  const session = plannedSession('acts-held', 'A session with a recording', -3)
  await ownDocuments(client, session)
  const form = studioForm(page, addresses.studio)
  await form.open('touchpoint', session._id)

  const {act, count} = countActs()
  await act(page.getByTestId('session-acts').getByRole('button', {name: 'Mark as held…'}).click())
  await act(page.getByLabel('Link to the recording').fill('https://youtu.be/Aj84quEIEug?si=x'))
  await act(page.keyboard.press('Enter'))
  await expect.poll(() => client.getDocument(session._id)).toMatchObject({status: 'held'})
  expect(count()).toBeLessThanOrEqual(4)

  const recording = await client.getDocument(`recording-${session._id}`)
  expect(recording).toMatchObject({
    title: session.title,
    availability: 'published',
    media: {youtubeId: 'Aj84quEIEug'},
    touchpoint: {_type: 'reference', _ref: session._id},
  })
  expect(recording?.['touchpoint']).not.toHaveProperty('_weak')
})

test('a session that was not recorded is published with the reason in four interactions', async ({
  page,
  addresses,
  client,
}) => {
  const session = plannedSession('acts-not-recorded', 'A session without a recording', -4)
  await ownDocuments(client, session)
  const form = studioForm(page, addresses.studio)
  await form.open('touchpoint', session._id)

  const {act, count} = countActs()
  await act(page.getByTestId('session-acts').getByRole('button', {name: 'Mark as held…'}).click())
  await act(page.getByRole('button', {name: 'Not recorded'}).click())
  await act(page.getByLabel('Reason for no recording').fill('Chatham House Rule'))
  await act(page.keyboard.press('Enter'))
  await expect
    .poll(() => client.getDocument(`recording-${session._id}`))
    .toMatchObject({availability: 'notRecorded', notRecordedReason: 'Chatham House Rule'})
  expect(count()).toBeLessThanOrEqual(4)
})
