import {expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {lakeClient} from '../../support/lakeClient.ts'
import {sampleFeeds, startLake, startSite} from '../../support/siteServer.ts'

/** The call of the sample's group, as the community's own calendar has it since 2025. */
const call = {
  _type: 'series',
  _id: 'series-oss-in-business-call',
  title: 'Bi-weekly call',
  slug: {_type: 'slug', current: 'oss-in-business-call'},
  group: {_type: 'reference', _ref: 'workingGroup-oss-in-business'},
  meets: 'standing',
  lifecycle: 'active',
  audience: 'everyone',
  cadence: {
    _type: 'cadence',
    slots: [
      {
        _type: 'recurrence',
        _key: 'tuesdays',
        frequency: 'weekly',
        interval: 2,
        weekdays: ['TU'],
        time: '16:00',
        timeZone: 'Europe/Madrid',
        startDate: '2025-01-14',
      },
    ],
  },
  calendar: {_type: 'reference', _ref: 'calendar-todo'},
  eventUid: 'wg-oss-in-business@todogroup.org',
}

test.skipIf(!chromiumPath)(
  'a call that its own calendar moved is on the page once, at its new time, and a removed one is canceled',
  async () => {
    const lake = await startLake('sample')
    await lakeClient(lake.url).createOrReplace(call)
    const site = await startSite({
      SANITY_API_HOST: lake.url,
      TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds,
      TOUCHPOINTS_NOW: '2026-11-20T00:00:00Z',
    })
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      await page.goto(`${site.url}/community/meetings/calendar/?month=2026-12&zone=Europe/Madrid`)
      const entries = page.locator('.agenda .entry', {hasText: 'OSS in Business'})
      const shown = await entries.evaluateAll((all) =>
        all.map((entry) => [
          entry.querySelector('time')?.dateTime,
          entry.classList.contains('entry-cancelled'),
        ]),
      )
      expect(shown).toEqual([
        ['2026-12-02T16:00:00Z', false],
        ['2026-12-15T15:00:00Z', false],
        ['2026-12-29T15:00:00Z', true],
      ])
    } finally {
      await browser.close()
      await site.stop()
      await lake.stop()
    }
  },
)
