import {afterAll, beforeAll, expect, test} from 'vitest'

import {attentionListsFor, paramsOf} from '../../../studio/attention/attentionLists.ts'
import {readOverview} from '../../../studio/attention/overview.ts'
import {overviewQuery} from '../../../studio/attention/overviewQuery.ts'
import {patchDrafts} from '../../../studio/documents/patchDrafts.ts'
import {readCommunity} from '../../../studio/community/readCommunity.ts'
import {scheduleGap} from '../../../studio/overview/scheduleGap.ts'
import {gaps} from '../../../studio/series/seriesGaps.ts'
import {testNow} from '../../support/clock/testNow.ts'
import {runLake} from '../../lake/support/runLake.ts'

let lake: Awaited<ReturnType<typeof runLake>>
beforeAll(async () => {
  lake = await runLake()
})
afterAll(() => lake.close())

const slot = {
  _key: 'a',
  frequency: 'weekly',
  interval: 1,
  weekdays: ['MO'],
  time: '12:00',
  timeZone: 'Europe/Madrid',
  startDate: '2020-01-06',
}
const mondays = {
  _id: 'mondays',
  _type: 'series',
  title: 'Mondays',
  slug: {_type: 'slug', current: 'mondays'},
  meets: 'scheduled',
  lifecycle: 'active',
  minutes: 45,
  cadence: {slots: [slot]},
}

async function overview() {
  const lists = attentionListsFor(readCommunity(null))
  const result: unknown = await lake.client.fetch(overviewQuery(lists).fetch, paramsOf(lists), {
    perspective: 'drafts',
  })
  return readOverview(result)
}

test('a gap gets the draft of its session, and is no gap afterwards', async () => {
  await lake.client.createOrReplace(mondays)
  const now = testNow().toISOString()
  const [gap] = gaps((await overview()).series, now)
  if (!gap) throw new Error('Mondays have no gap')

  const id = await scheduleGap(lake.client, gap, now)
  expect(await lake.client.getDocument(`drafts.${id}`)).toMatchObject({
    schedule: {start: gap.start, timeZone: 'Europe/Madrid', minutes: 45},
    series: {_ref: 'mondays'},
    status: 'planned',
  })
  const [next] = gaps((await overview()).series, now)
  expect(next?.start).not.toBe(gap.start)
})

test('a gap gets another session when its own moved away, and the moved one stays as it is', async () => {
  await lake.client.createOrReplace(mondays)
  const now = testNow().toISOString()
  const [, , gap] = gaps((await overview()).series, now)
  if (!gap) throw new Error('Mondays have no gap')
  const first = await scheduleGap(lake.client, gap, now)
  const elsewhere = '2031-01-01T12:00:00Z'
  await lake.client.patch(`drafts.${first}`, {set: {'schedule.start': elsewhere}}).commit()

  const second = await scheduleGap(lake.client, gap, now)
  expect(second).not.toBe(first)
  const moved = await lake.client.getDocument(`drafts.${first}`)
  expect(moved).toMatchObject({schedule: {start: elsewhere}})
})

test('several drafts are patched in one transaction: if one session is gone, none changes', async () => {
  const held = {_type: 'touchpoint', title: 'A', status: 'planned'}
  await lake.client.createOrReplace({...held, _id: 'one'})
  await lake.client.createOrReplace({...held, _id: 'drafts.two', title: 'B'})

  await expect(patchDrafts(lake.client, ['one', 'gone'], {status: 'held'})).rejects.toThrow(
    'no longer exists',
  )
  expect(await lake.client.getDocument('drafts.one')).toBeUndefined()

  await patchDrafts(lake.client, ['one', 'two'], {status: 'held'})
  expect(await lake.client.getDocument('drafts.one')).toMatchObject({title: 'A', status: 'held'})
  expect(await lake.client.getDocument('drafts.two')).toMatchObject({title: 'B', status: 'held'})
  expect(await lake.client.getDocument('one')).toMatchObject({status: 'planned'})
})
