import {expect, test} from 'vitest'

import {checkDocuments} from '../../../cli/doctor/checkDocuments.ts'
import {check} from '../../../cli/check.ts'
import {firstPage} from '../../../studio/welcome/firstPage.ts'
import {firstSeries} from '../../../studio/welcome/firstSeries.ts'
import {firstSession} from '../../../studio/welcome/firstSession.ts'
import {runLake} from '../../lake/support/runLake.ts'

const now = new Date('2026-11-26T09:00:00Z')
const community = {
  _id: 'community',
  _type: 'community',
  name: 'Ada Guild',
  timeZone: 'Europe/Madrid',
  languages: ['en', 'es'],
}
const series = firstSeries({id: 'r', title: 'Ada Guild meetings', slug: 'meetings', minutes: 60})
const values = {
  title: 'Hello',
  start: '2026-12-03T17:00:00Z',
  timeZone: 'Europe/Madrid',
  minutes: 60,
  join: undefined,
}
const session = firstSession(values, {
  id: 's',
  slug: '2026-12-03-hello',
  series: {id: 'r', isPublished: true},
})
const documents = [community, firstPage(community), series, session]

test('doctor counts what check lists, so that both have one number', async () => {
  const {client, url, close} = await runLake({projectId: 'touchpoints'})
  for (const document of documents) await client.createOrReplace(document)
  let out = ''
  const shell = {
    env: {SANITY_API_HOST: url},
    folder: import.meta.dirname,
    writeOutput: (text: string) => void (out += text),
    writeError: () => {},
    isTerminal: {output: false, error: false},
    stopSignal: () => new AbortController().signal,
    fail: () => {},
  }
  const request = {paths: [], drafts: false, json: false, strict: false, now, extension: undefined}
  await check(request, shell)
  const {message, state} = await checkDocuments({client}, now)
  await close()
  const counts = out.trim().split('\n').at(-1) ?? 'nothing'
  expect(counts).toMatch(/^4 documents checked: 0 errors, 0 warnings, \d+ infos?\.$/)
  expect(message).toBe(`${counts} Run \`touchpoints check\` for what to do.`)
  expect(state).toBe('ok')
})
