import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, test} from 'vitest'

import {markdownReader} from '../../../importers/markdown/index.ts'
import {type ImportPlan, planImport} from '../../../importers/plan/index.ts'
import {sharedFolder} from '../../conformance/caseFolders.ts'
import {factsInText} from '../../support/factsInText.ts'
import {type Expected, scorePlan} from './score.ts'

const folder = sharedFolder(process.env, 'communities')
if (!folder) {
  console.log('Skipped: ../shared/communities with the pages of real shapes is not there.')
}

/** What `expected.json` says of each page, as facts. Doubts in its `ask` are in `doubts` and `kept`. */
const pages: Record<string, Pick<Expected, 'facts' | 'doubts' | 'kept'>> = {
  'openssf.readme.md': {
    facts: [
      'workingGroup Orchard · kind: working group',
      'workingGroup Orchard · phase: incubating',
      'workingGroup Orchard · role Co-chair: Person 1',
      'workingGroup Orchard · role Co-Lead: Person 2',
      'workingGroup Orchard · role Staff Contact: Person 5',
      'workingGroup Orchard · role Staff Contact: Person 6',
      'workingGroup Orchard · link notes: https://notes.example.org/orchard',
      'workingGroup Orchard · link notes: https://notes.example.org/orchard-2025',
      'workingGroup Apples SIG · parent: Orchard',
      'workingGroup Pears SIG · parent: Orchard',
      'workingGroup Plums SIG · parent: Orchard',
      'series Apples SIG · group: Apples SIG',
      'series Apples SIG · dates: 2026-01-09T17:30:00Z 2026-02-13T17:30:00Z 2026-03-13T16:30:00Z',
      'series Apples SIG · zone: America/Los_Angeles',
      'series Apples SIG · join: https://zoom.example/j/200000001?pwd=PASSCODE',
      'series Full WG · group: Orchard',
      'series WG - APAC TZ · group: Orchard',
      'series Plums SIG · group: Plums SIG',
      'series Apples SIG: another meeting · join: https://lfx.example/meeting/200000002?password=PASSCODE',
    ],
    doubts: [
      'series WG - APAC TZ · zone: America/Los_Angeles',
      'series WG - APAC TZ · dates: 2026-06-30T23:00:00Z 2026-07-28T23:00:00Z 2026-08-25T23:00:00Z',
      'series Full WG · zone: America/Los_Angeles',
      'series Apples SIG: another meeting · group: Orchard',
      'workingGroup Orchard · role Chair: Person 3 2026-01-01 2026-12-31',
    ],
    kept: [
      'Backlog Warden',
      'docs/meeting-notes',
      'See Full WG Notes',
      'opposite Apples',
      'appointed by the board',
    ],
  },
  'chaoss.working-groups.md': {
    facts: [
      'workingGroup Bridges & Fords · role Co-Chair: Person 1',
      'workingGroup Bridges & Fords · role Co-Chair: Person 2',
      'workingGroup Mills · role Chair: Person 3',
      'workingGroup Website · role Co-Chair: Person 1',
      'workingGroup Website · role Co-Chair: Person 4',
      'workingGroup Website · role Co-Chair: Person 5',
      'workingGroup Towpath · phase: active',
      'workingGroup Locks · phase: archived',
      'workingGroup River Africa · kind: chapter',
      'workingGroup River Asia · kind: chapter',
      'workingGroup River LATAM · phase: forming',
      'workingGroup River Africa · channel slack: #river-africa',
      'series Bridges & Fords · group: Bridges & Fords',
      'series Mills · group: Mills',
      'series River Africa · group: River Africa',
      'series River Asia · group: River Asia',
    ],
    doubts: [
      'series Mills · dates: 2026-09-16T22:00:00Z 2026-09-30T22:00:00Z 2026-10-14T22:00:00Z',
      'series Mills · zone: America/Chicago',
      'series Bridges & Fords · zone: America/Chicago',
      'series River Africa · zone: Africa/Lagos',
      'series River Asia · zone: Asia/Kolkata',
    ],
    kept: [
      'River Working Groups',
      'Operations Working Groups',
      '9:00am US Central Time',
      '09:00 IST (03:30 UTC)',
    ],
  },
  'todo-group.meetings.md': {
    facts: [
      'workingGroup Lighthouse Book Working Group · channel slack: #project-book',
      'workingGroup Lighthouse Book Working Group · channel mailingList: https://lists.example.org/g/WG-book',
      'workingGroup Beacons Working Group · channel slack: #wg-beacons',
      'workingGroup Beacons Working Group · channel slack: #wg-beacon-lights https://slack.example.org/invite',
      'series Bi-weekly call · group: Beacons Working Group',
      'workingGroup Steering Committee · role Member: Person 1 2025-01-01 2026-12-31 Elected',
      'workingGroup Steering Committee · role Member: Person 2 2026-01-01 2027-12-31 Appointed',
      'calendar Community calendar · feedUrl: https://calendar.example.org/ical/community/basic.ics',
      'calendar Community calendar · timeZone: Europe/Madrid',
      'series Touchpoints · meets: scheduled',
      'series All Hands · meets: scheduled',
      'meetingsPage Virtual Meetings · path: /community/meetings/',
    ],
    doubts: ['series Touchpoints · audience: members', 'series All Hands · audience: members'],
    kept: ['#wg-beacons and #wg-beacon-lights', 'on which day and at which hour'],
  },
}

describe.skipIf(!folder)('pages in the shapes of real communities', () => {
  test.each(Object.entries(pages))(
    '%s: each fact is read, each doubt is asked',
    (name, expected) => {
      const path = resolve(folder ?? '', 'sources', name)
      expect(existsSync(path)).toBe(true)
      const text = readFileSync(path, 'utf8')
      const files = [{path: name, text}]
      const plan: ImportPlan = planImport(files, {readers: [markdownReader], asOf: '2026-06-01'})
      const {right, lost, reported, missedDoubts} = scorePlan(plan, expected)
      const total = expected.facts.length + expected.doubts.length + expected.kept.length
      console.log(`${name}: ${right} of ${total} facts right`)
      expect({lost, reported, missedDoubts}).toEqual({lost: [], reported: [], missedDoubts: []})
      const all = JSON.stringify(plan).toLowerCase()
      const missing = factsInText(text).filter(
        ({forms}) => !forms.some((form) => all.includes(form.toLowerCase())),
      )
      expect(missing).toEqual([])
    },
  )
})
