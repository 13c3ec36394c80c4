import {expect} from 'vitest'

import {test} from '../../support/browserTest.ts'
import {countActs} from '../../support/countActs.ts'
import {deleteAfterwards, ownDocuments} from '../../support/ownDocuments.ts'
import {plannedSession} from '../../support/plannedSession.ts'
import {studioForm} from '../../support/studioForm.ts'

test('a new guest with a new organization is published with the session in eight interactions', async ({
  page,
  addresses,
  client,
}) => {
  const session = plannedSession('acts-guest', 'A session with a new guest')
  deleteAfterwards(client, 'slug.current in ["acts-rockets"]')
  deleteAfterwards(client, 'slug.current in ["zoe-newcomer"]')
  await ownDocuments(client, session)
  const form = studioForm(page, addresses.studio)
  await form.open('touchpoint', session._id)
  const dialog = page.getByRole('dialog')

  const {act, count} = countActs()
  await act(form.tab('Program'))
  await act(page.getByRole('button', {name: 'Add guest…'}).click())
  await act(dialog.getByLabel('Name').fill('Zoë Newcomer'))
  await act(dialog.getByLabel('Organization').fill('Acts Rockets'))
  await act(page.keyboard.press('Enter'))
  const publish = page.getByRole('button', {name: 'Publish with 2 new documents'})
  await publish.waitFor()
  await expect.poll(() => page.getByRole('region', {name: 'To publish'}).count()).toBe(0)
  await act(publish.click())
  await expect
    .poll(() =>
      client.fetch('*[_id == $id][0].guests[0].guest->{name, "at": organization->name}', {
        id: session._id,
      }),
    )
    .toEqual({name: 'Zoë Newcomer', at: 'Acts Rockets'})
  expect(count()).toBeLessThanOrEqual(8)

  const stored = await client.getDocuments([session._id, 'guest-zoe-newcomer'])
  expect(JSON.stringify(stored)).not.toContain('_weak')
  // The form is usable again: a listener that waits for events of other documents would lock it.
  await expect.poll(() => page.getByRole('button', {name: 'Add guest…'}).isEnabled()).toBe(true)
})

test('a click on Publish while the form is still validated publishes, because a slow machine would lose it', async ({
  page,
  addresses,
  client,
}) => {
  const session = plannedSession('acts-validating', 'A session that is validated slowly')
  deleteAfterwards(client, 'slug.current in ["vera-newcomer"]')
  await ownDocuments(client, session)
  const form = studioForm(page, addresses.studio)
  await form.open('touchpoint', session._id)
  await form.tab('Program')
  // The validation reads whether the new guest is published. It does not end without the response.
  let isRequested = false
  await page.route(
    (url) => url.pathname.includes('/data/doc/') && url.pathname.includes('guest-vera-newcomer'),
    () => {
      isRequested = true
    },
  )
  await page.getByRole('button', {name: 'Add guest…'}).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Vera Newcomer')
  await page.keyboard.press('Enter')
  await expect.poll(() => isRequested).toBe(true)
  await page.getByRole('button', {name: 'Publish with 1 new document'}).click()
  await expect
    .poll(() => client.fetch('*[_id == $id][0].guests[0].guest->name', {id: session._id}))
    .toBe('Vera Newcomer')
})

test('a new session that lacks a title and has a new guest lists only the title, then publishes both', async ({
  page,
  addresses,
  client,
}) => {
  const {title: _, ...session} = plannedSession('acts-untitled', '')
  deleteAfterwards(client, 'slug.current in ["yara-newcomer"]')
  await ownDocuments(client, {...session, _id: `drafts.${session._id}`})
  deleteAfterwards(client, '_id in $ids', [session._id])
  const form = studioForm(page, addresses.studio)
  await form.open('touchpoint', session._id)
  await form.tab('Program')
  await page.getByRole('button', {name: 'Add guest…'}).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Yara Newcomer')
  await page.keyboard.press('Enter')

  const publish = page.getByRole('button', {name: 'Publish with 1 new document'})
  const needed = page.getByRole('region', {name: 'To publish'}).getByRole('button')
  await publish.click()
  await expect.poll(() => needed.allTextContents()).toEqual(['Title'])
  await form.tab('Session')
  await page.getByText('“Title” is empty.').waitFor()
  await form.fill('title', 'A session with a new guest')
  await publish.click()
  await expect
    .poll(() => client.fetch('*[_id == $id][0].guests[0].guest->name', {id: session._id}))
    .toBe('Yara Newcomer')
})

test('a person who exists is offered first, and a second one of the same name needs a confirmation', async ({
  page,
  addresses,
  client,
}) => {
  const session = plannedSession('acts-same-guest', 'A session with a known guest')
  await ownDocuments(client, session)
  const form = studioForm(page, addresses.studio)
  await form.open('touchpoint', session._id)
  await form.tab('Program')
  const add = page.getByRole('button', {name: 'Add guest…'})
  const dialog = page.getByRole('dialog')
  await add.click()
  await dialog.getByLabel('Name').fill('Wang, Dana')
  await page.keyboard.press('Enter')
  await dialog.getByText('“Dana Wang” exists already.').waitFor()
  await dialog.getByRole('button', {name: 'Use: Dana Wang'}).click()
  await expect
    .poll(() => client.getDocument(`drafts.${session._id}`))
    .toMatchObject({guests: [{guest: {_ref: 'guest-dana-wang'}, role: 'guest'}]})

  await add.click()
  await dialog.getByLabel('Name').fill('D. Wang')
  await dialog.getByRole('button', {name: 'Use: Dana Wang'}).click()
  await dialog.getByText('already listed in this role').waitFor()
})

test('a reference field creates a document with the name that was typed into it', async ({
  page,
  addresses,
  client,
}) => {
  const guest = {
    _id: 'acts-guest-alone',
    _type: 'guest',
    name: 'Alone Person',
    slug: {_type: 'slug', current: 'acts-alone'},
  }
  // Registered first, so that it runs last: the guest refers to it.
  deleteAfterwards(client, 'slug.current in ["acts-foundry"]')
  await ownDocuments(client, guest)
  const form = studioForm(page, addresses.studio)
  await form.open('guest', guest._id)
  await page.getByTestId('autocomplete').fill('Acts Foundry')
  await page.getByRole('button', {name: 'New organization “Acts Foundry”…'}).click()
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByLabel('Name').inputValue()).toBe('Acts Foundry')
  await page.keyboard.press('Enter')
  await page.getByRole('button', {name: 'Publish with 1 new document'}).click()
  await expect
    .poll(() => client.fetch('*[_id == $id][0].organization->name', {id: guest._id}))
    .toBe('Acts Foundry')
})
