import {describe, expect, test} from 'vitest'

import {checkFormats} from '../../../cli/check/checkFormats.ts'
import {pathText} from '../../../schemas/reading/pathText.ts'
import {readContent, storedDocument} from '../../support/readContent.ts'

const content = readContent()
const guest = storedDocument(content.find(({_id}) => _id === 'guest-mirko'))
const session = storedDocument(content.find(({_id}) => _id === 'touchpoint-2024-03-28'))

const related = content.filter(({_type}) => ['guest', 'organization', 'series'].includes(_type))

async function told(changed: typeof guest) {
  const others = related.filter(({_id}) => _id !== changed._id)
  const findings = await checkFormats([...others, changed])
  return findings.map(({documentId, level, path}) => `${documentId} ${level} ${pathText(path)}`)
}

describe('checkFormats', () => {
  test('finds nothing in the sample content, and asks nobody about slugs', async () => {
    expect(await checkFormats(content)).toEqual([])
  })

  test('finds a missing object at its full level: a session without a schedule is an error', async () => {
    expect(await told({...session, schedule: undefined})).toContain(
      'touchpoint-2024-03-28 error schedule',
    )
  })

  test('finds a broken format, a dangling reference and a slug that is taken', async () => {
    const schedule = {start: '28 March', timeZone: 'CET', minutes: 60}
    expect(await told({...session, schedule})).toEqual(
      expect.arrayContaining([
        'touchpoint-2024-03-28 error schedule.start',
        'touchpoint-2024-03-28 error schedule.timeZone',
      ]),
    )
    const organization = {_type: 'reference', _ref: 'organization-nowhere'}
    expect(await told({...guest, organization})).toEqual(['guest-mirko error organization'])
    const slug = {_type: 'slug', current: 'lumi'}
    expect(await told({...guest, slug})).toEqual([
      'guest-lumi error slug',
      'guest-mirko error slug',
    ])
  })

  test('leaves the rules to those who see the whole dataset', async () => {
    expect(await told({...session, status: 'cancelled'})).toEqual([])
  })

  test('tells after each document, so that one who waits sees it move', async () => {
    let count = 0
    await checkFormats(content, () => {
      count += 1
    })
    expect(count).toBe(content.length)
  })
})
