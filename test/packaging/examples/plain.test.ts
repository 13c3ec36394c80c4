import {copyFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect} from 'vitest'

import {chromiumPath} from '../../support/chromium.ts'
import {asOf, exampleTest, knownMeeting, root, touchpoints} from '../support/exampleTest.ts'
import {serveFolder} from '../support/serveFolder.ts'

const test = exampleTest('plain')

test.skipIf(!chromiumPath)(
  'the plain page shows the exported files, without third-party requests',
  async ({folder, env, open}) => {
    await touchpoints(folder, env, 'export', 'events.json', '--now', asOf)
    await touchpoints(folder, env, 'export', 'calendar.ics', '--now', asOf)
    await copyFile(join(root, 'elements/dist/bundle.js'), join(folder, 'element.js'))
    const server = await serveFolder(folder)
    const {page, faults} = await open(server.origin)
    await page.locator('touchpoints-next .content').getByText(knownMeeting).waitFor()
    await page.locator('touchpoints-calendar').getByText(knownMeeting).first().waitFor()
    // A static host would send the whole calendar for one event.
    expect(await page.getByRole('link', {name: 'Add to calendar'}).count()).toBe(0)
    expect(faults).toEqual([])
    const calendar = await fetch(`${server.origin}/calendar.ics`)
    expect(await calendar.text()).toContain('BEGIN:VEVENT')
    await server.close()
  },
)
