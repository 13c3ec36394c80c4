import {evaluate, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'

import {
  readRecording,
  recordingCandidatesQuery,
} from '../../../studio/recordings/recordingCandidates.ts'
import {
  candidateWindow,
  readCandidates,
  readSession,
  sessionCandidatesQuery,
  sessionFactsQuery,
} from '../../../studio/recordings/sessionCandidates.ts'
import {suggestSessions} from '../../../studio/recordings/suggest.ts'
import {readContent} from '../../support/readContent.ts'

const now = Date.parse('2025-07-10T00:00:00Z')
const without = (id: string) => readContent().filter(({_id}) => _id !== id)

async function run(query: string, params: Record<string, unknown>, dataset = readContent()) {
  const value = await evaluate(parse(query, {params}), {dataset, params})
  const result: unknown = await value.get()
  return result
}

async function candidates(date: string | undefined, dataset = readContent()) {
  return readCandidates(await run(sessionCandidatesQuery, candidateWindow(date, now), dataset))
}

describe('session candidates', () => {
  test('have no recording, so that no session gets two', async () => {
    const ids = (await candidates('2025-02-24')).map(({id}) => id)
    expect(ids).not.toContain('touchpoint-2025-02-24')
    expect(await candidates('2025-02-24', without('recording-2025-02-24'))).toEqual([
      {
        id: 'touchpoint-2025-02-24',
        title: 'How to use Open Source to Grow your organization',
        date: '2025-02-24',
        guests: ['Sujata Tibrewala'],
        series: 'Monday touchpoints',
      },
    ])
  })

  test('have begun, because a future session has no recording', async () => {
    const sessions = await candidates(undefined)
    expect(sessions.map(({date}) => date)).toEqual(['2024-04-25', '2024-04-12', '2024-03-28'])
  })

  test('contain the right session, which is suggested first', async () => {
    const sessions = await candidates(undefined, without('recording-2025-04-24'))
    const recording = {id: 'r', title: 'TOYOTA OSPO in one year'}
    expect(suggestSessions(recording, sessions).map(({item}) => item.id)).toEqual([
      'touchpoint-2025-04-24',
    ])
  })
})

test('recording candidates have no session', async () => {
  const result = await run(
    `{"session": ${sessionFactsQuery}, "recordings": ${recordingCandidatesQuery}}`,
    {id: 'touchpoint-2025-02-13'},
  )
  const {session, recordings} = Object(result)
  expect(readSession(session)).toMatchObject({date: '2025-02-13', guests: ['Alin Jepelea']})
  expect(recordings).toHaveLength(20)
  expect(readRecording(recordings[0])).toMatchObject({id: expect.stringMatching(/^recording-/)})
})

test.each([undefined, null, {}, {_id: 'x', guests: 'none', schedule: {}}])(
  'an incomplete session is read without an error: %j',
  (document) => {
    expect(readSession(document)?.guests ?? []).toEqual([])
  },
)
