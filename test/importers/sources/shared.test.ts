import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, test} from 'vitest'

import {cadenceDates} from '../../../calendar/time/index.ts'
import {planImport} from '../../../importers/plan/index.ts'
import {sourceReaders} from '../../../importers/sources/index.ts'
import {cadenceOf, fieldsOf, itemsOf, refOf, textOf} from '../../../schemas/reading/index.ts'
import {sharedFolder} from '../../conformance/caseFolders.ts'

const folder = sharedFolder(process.env, 'communities')

interface ExpectedMeeting {
  title: string
  from?: string
  first3: string[] | null
  exceptions?: string[]
  recordings?: string | null
}
interface ExpectedGroup {
  name: string
  kind?: string
  parent?: string
  roles?: Record<string, number>
  channels?: string[]
  links?: string[]
  meetings?: ExpectedMeeting[]
}
interface Expected {
  groups: ExpectedGroup[]
  ask: string[]
}

/** Returns each fact that is missing or wrong, and the number of facts. */
function score(file: string, expected: Expected) {
  const text = readFileSync(resolve(folder ?? '', 'sources', file), 'utf8')
  const plan = planImport([{path: file, text}], {readers: sourceReaders, asOf: '2026-01-05'})
  const documents = plan.documents.map(({document}) => document)
  const wrong: string[] = []
  let facts = 0
  const fact = (what: string, isRight: boolean) => {
    facts += 1
    if (!isRight) wrong.push(what)
  }
  for (const group of expected.groups) {
    const document = documents.find(
      ({_type, title}) => _type === 'workingGroup' && title === group.name,
    )
    fact(`group ${group.name}`, document !== undefined)
    if (!document) continue
    if (group.kind) fact(`kind of ${group.name}`, document['kind'] === group.kind)
    const parent = documents.find(({_id}) => _id === refOf(document['parent']))
    const isFinding = plan.findings.some((each) => each.message.includes(group.parent ?? ''))
    if (group.parent) {
      fact(`parent of ${group.name}`, parent ? parent['title'] === group.parent : isFinding)
    }
    for (const [role, count] of Object.entries(group.roles ?? {})) {
      const held = itemsOf(document['roles']).filter(
        ({item}) => textOf(item['role'])?.toLowerCase() === role.toLowerCase(),
      )
      fact(`${role} of ${group.name}`, held.length === count)
    }
    for (const channel of group.channels ?? []) {
      const names = itemsOf(document['channels']).map(({item}) => textOf(item['name']) ?? '?')
      fact(
        `channel ${channel}`,
        names.some((name) => channel.endsWith(name)),
      )
    }
    for (const kind of group.links ?? []) {
      const kinds = itemsOf(document['links']).map(({item}) => item['kind'])
      fact(`link ${kind}`, kinds.includes(kind))
    }
    for (const meeting of group.meetings ?? []) {
      const series = documents.find(
        ({_type, title, group: of}) =>
          _type === 'series' && title === meeting.title && refOf(of) === document._id,
      )
      fact(`series ${meeting.title}`, series !== undefined)
      if (!series) continue
      const isOpen = plan.findings.some(
        (each) => each.document === series._id && each.kind === 'ask',
      )
      const cadence = cadenceOf(series['cadence'])
      const {first3} = meeting
      if (first3 === null) fact(`question about ${meeting.title}`, isOpen && !cadence)
      else {
        const from = `${meeting.from ?? '2026-01-01'}T00:00:00Z`
        const dates = cadence ? cadenceDates(cadence, {from, count: 3}) : []
        const starts = dates.map(({start}) => start)
        fact(`dates of ${meeting.title}: ${starts.join(' ')}`, starts.join() === first3.join())
      }
      for (const date of meeting.exceptions ?? []) {
        const exceptions = itemsOf(fieldsOf(series['cadence'])['exceptions'])
        fact(
          `exception ${date}`,
          exceptions.some(({item}) => item['date'] === date),
        )
      }
    }
  }
  return {wrong, facts, findings: plan.findings}
}

describe.skipIf(folder === undefined)(
  'the sources of real shapes, with what must be found (needs ../shared/communities)',
  () => {
    const read = (): Record<string, Expected> =>
      JSON.parse(readFileSync(resolve(folder ?? '', 'sources/expected.json'), 'utf8'))

    test.each([
      ['kubernetes.sigs.yaml', 3],
      ['rust.calendar.toml', 2],
      ['rust.team.toml', 1],
    ])('%s: every fact is right, and each doubt is a finding', (file, doubts) => {
      const expected = read()[file]
      expect(expected).toBeDefined()
      if (!expected) return
      const {wrong, facts, findings} = score(file, expected)
      console.info(`${file}: ${facts - wrong.length} of ${facts} facts right`)
      expect(wrong).toEqual([])
      expect(expected.ask).toHaveLength(doubts)
      expect(findings.length).toBeGreaterThanOrEqual(doubts)
    })
  },
)
