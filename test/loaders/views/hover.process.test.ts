import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {startLanguageServer, type LanguageServer} from '../../support/languageServer.ts'
import {root} from '../../support/workspaces.ts'

const consumer = `
import {createLoader, touchpointView, type Touchpoint} from 'touchpoints'
import type {Collections} from 'touchpoints/astro'
import type {EventsDocument} from 'touchpoints/events-json'

const loader = createLoader({projectId: 'abc123', dataset: 'production'})
const {data, problems} = await loader.nextTouchpoints()
for (const {schedule, cancelReason} of data) console.log(schedule.start, cancelReason)
for (const {message} of problems) console.warn(message)

export const logo = (touchpoint: Touchpoint) => touchpoint.guests[0]?.guest.organization?.logo?.lqip
export const meetings = await loader.meetingsPage()
export const rule = meetings.data.series[0]?.cadence?.slots[0]?.ordinals
export const next = meetings.data.series[0]?.next?.links.join
export const state = (document: EventsDocument) => document.calendars[0]?.state
export const zone = (document: EventsDocument) => document.events[0]?.timeZone
export const entry = (collections: Collections) => collections.touchpoints.chathamHouseRule
type Inferred = (typeof touchpointView)['_zod']['output']
export const inferred = (touchpoint: Inferred) => touchpoint.recordingPolicy
`

let folder: string
let server: LanguageServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-hover-'))
  await mkdir(join(folder, 'node_modules'))
  await symlink(join(root, 'loaders'), join(folder, 'node_modules/touchpoints'), 'dir')
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2023',
        module: 'nodenext',
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        allowImportingTsExtensions: true,
        types: [],
      },
    }),
  )
  await writeFile(join(folder, 'package.json'), JSON.stringify({type: 'module'}))
  await writeFile(join(folder, 'consumer.ts'), consumer)
  server = await startLanguageServer(folder)
})

afterAll(async () => {
  await server.close()
  await rm(folder, {recursive: true})
})

test.each([
  ['nextTouchpoints', 'Returns the next touchpoint of each series'],
  ['schedule.start', 'UTC instant at which the session starts'],
  ['{schedule, cancelReason', 'Why it is cancelled. Null unless `status` is `cancelled`.'],
  ['logo?.lqip', 'a data URI of a few hundred bytes'],
  ['slots[0]?.ordinals', 'or -1 to -3 from its end.'],
  ['links.join', 'Video call: an absolute https address, or null.'],
  ['calendars[0]?.state', '`stale`: the last good copy is shown.'],
  ['touchpoints.chathamHouseRule', 'Whether the Chatham House Rule applies'],
  ['events[0]?.timeZone', 'IANA zone in which the event is announced.'],
])(
  'an editor shows the documentation of %s, so that nobody has to open the source',
  async (marker, text) => {
    expect(await server.hover('consumer.ts', consumer, marker)).toContain(text)
  },
)

test('an inferred type shows no documentation, which is why the types are written out', async () => {
  const hover = await server.hover('consumer.ts', consumer, 'touchpoint.recordingPolicy')
  expect(hover).toContain('recordingPolicy')
  expect(hover).not.toContain('promised')
})
