import {describe, expect, test} from 'vitest'

import {checkFormats} from '../../../cli/check/checkFormats.ts'
import {pathText} from '../../../schemas/reading/pathText.ts'
import {readContent, storedDocument} from '../../support/readContent.ts'

const content = readContent()
const guest = storedDocument(content.find(({_id}) => _id === 'guest-mirko'))
const session = storedDocument(content.find(({_id}) => _id === 'touchpoint-2024-03-28'))

const types = ['guest', 'organization', 'series', 'workingGroup', 'calendar']
const related = content.filter(({_type}) => types.includes(_type))

async function findingsOf(changed: typeof guest) {
  const others = related.filter(({_id}) => _id !== changed._id)
  const findings = await checkFormats([...others, changed])
  return findings.map(({documentId, level, path}) => `${documentId} ${level} ${pathText(path)}`)
}

describe('checkFormats', () => {
  test('finds nothing in the sample content, without a request about slugs', async () => {
    expect(await checkFormats(content)).toEqual([])
  })

  test('keeps the level of a missing object: a session without a schedule is an error', async () => {
    expect(await findingsOf({...session, schedule: undefined})).toContain(
      'touchpoint-2024-03-28 error schedule',
    )
  })

  test('finds an invalid format, a dangling reference and a duplicate slug', async () => {
    const schedule = {start: '28 March', timeZone: 'CET', minutes: 60}
    expect(await findingsOf({...session, schedule})).toEqual(
      expect.arrayContaining([
        'touchpoint-2024-03-28 error schedule.start',
        'touchpoint-2024-03-28 error schedule.timeZone',
      ]),
    )
    const organization = {_type: 'reference', _ref: 'organization-nowhere'}
    expect(await findingsOf({...guest, organization})).toEqual(['guest-mirko error organization'])
    const slug = {_type: 'slug', current: 'lumi'}
    expect(await findingsOf({...guest, slug})).toEqual([
      'guest-lumi error slug',
      'guest-mirko error slug',
    ])
  })

  test('excludes the rules, because they need the whole dataset', async () => {
    expect(await findingsOf({...session, status: 'cancelled'})).toEqual([])
  })

  test('calls back after each document, so that a command can show progress', async () => {
    let count = 0
    await checkFormats(content, {
      onChecked: () => {
        count += 1
      },
    })
    expect(count).toBe(content.length)
  })
})
