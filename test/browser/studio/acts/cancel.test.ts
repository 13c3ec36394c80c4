import {expect} from 'vitest'

import {test} from '../../support/browserTest.ts'
import {countActs} from '../../support/countActs.ts'
import {ownDocuments} from '../../support/ownDocuments.ts'
import {plannedSession} from '../../support/plannedSession.ts'
import {studioForm} from '../../support/studioForm.ts'

test('a session is canceled and published in three interactions, and reinstated afterwards', async ({
  page,
  addresses,
  client,
}) => {
  const session = plannedSession('acts-cancel', 'A session to cancel')
  await ownDocuments(client, session)
  const form = studioForm(page, addresses.studio)
  await form.open('touchpoint', session._id)
  const acts = page.getByTestId('session-acts')
  const published = () => client.getDocument(session._id)

  const {act, count} = countActs()
  await act(acts.getByRole('button', {name: /^Cancel /}).click())
  await act(page.getByLabel('Cancellation reason').fill('The guest is ill'))
  await act(page.keyboard.press('Enter'))
  await expect.poll(published).toMatchObject({
    status: 'cancelled',
    cancelReason: 'The guest is ill',
  })
  expect(count()).toBeLessThanOrEqual(3)
  await expect.poll(() => client.getDocument(`drafts.${session._id}`)).toBeUndefined()

  await acts.getByText('Canceled: The guest is ill').waitFor()
  await acts.getByRole('button', {name: 'Reinstate…'}).click()
  await page.getByRole('button', {name: 'Reinstate and publish'}).click()
  await expect.poll(published).toMatchObject({status: 'planned'})
  expect(await published()).not.toHaveProperty('cancelReason')
})

test('other unpublished changes are listed before they are published with the cancellation', async ({
  page,
  addresses,
  client,
}) => {
  const session = plannedSession('acts-cancel-draft', 'A session with a draft')
  await ownDocuments(client, session, {
    ...session,
    _id: `drafts.${session._id}`,
    title: 'Another title',
  })
  const form = studioForm(page, addresses.studio)
  await form.open('touchpoint', session._id)
  await page
    .getByTestId('session-acts')
    .getByRole('button', {name: /^Cancel /})
    .click()
  await page.getByText('Publishing also publishes your other changes in: Title.').waitFor()

  await page.getByLabel('Cancellation reason').fill('No topic')
  await page.getByRole('button', {name: 'Cancel, keep as draft'}).click()
  await expect
    .poll(() => client.getDocument(`drafts.${session._id}`))
    .toMatchObject({status: 'cancelled', cancelReason: 'No topic', title: 'Another title'})
  expect(await client.getDocument(session._id)).toMatchObject({status: 'planned'})
})

test('a cancellation without a reason is not saved, because visitors see the reason', async ({
  page,
  addresses,
  client,
}) => {
  const session = plannedSession('acts-cancel-empty', 'A session without a reason')
  await ownDocuments(client, session)
  const form = studioForm(page, addresses.studio)
  await form.open('touchpoint', session._id)
  await page
    .getByTestId('session-acts')
    .getByRole('button', {name: /^Cancel /})
    .click()
  await page.getByRole('button', {name: 'Cancel and publish'}).click()
  await page.getByText('Enter a reason, such as').waitFor()
  expect(await client.getDocument(session._id)).toMatchObject({status: 'planned'})
})
