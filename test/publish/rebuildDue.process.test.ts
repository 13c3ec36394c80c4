import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, it, onTestFinished} from 'vitest'

import {pageServer} from '../support/pageServer.ts'
import {publishFolder} from './support/publishFolder.ts'

const program = join(publishFolder, '_github/rebuild-due.mjs')
const now = '2026-11-17T10:00:00.000Z'

/** Runs the program of the workflow as the workflow does, with a fixed time. */
async function decide(site: string) {
  const {stdout, stderr} = await promisify(execFile)(process.execPath, [program, site, now])
  return {output: stdout.trim(), reason: stderr.trim()}
}

/** Serves one response at every address, and returns the site and the paths that were requested. */
async function serveSite({status = 200, body}: {status?: number; body: string}) {
  const requested: string[] = []
  const {origin, close} = await pageServer((request) => {
    requested.push(new URL(request.url).pathname)
    return new Response(body, {status})
  })
  onTestFinished(close)
  return {site: origin, requested}
}

const events = (nextChangeAt: string | null) => ({body: JSON.stringify({nextChangeAt, events: []})})

it.each([
  ['a meeting started or ended since the last build', events('2026-11-17T09:30:00Z'), true],
  ['it does so now', events('2026-11-17T10:00:00Z'), true],
  ['the next meeting is later', events('2026-11-17T10:00:01Z'), false],
  ['no meeting follows', events(null), false],
  ['the site was never published', {status: 404, body: 'Not found'}, true],
  ['the site is no calendar, as on a new host', {body: '<!doctype html>'}, true],
  ['the file is empty of content', {body: 'null'}, true],
  ['the host has a problem, which a build does not solve', {status: 503, body: 'Busy'}, false],
  ['the host limits requests', {status: 429, body: 'Slow down'}, false],
])('when %s', async (_when, response, due) => {
  const {site} = await serveSite(response)
  expect((await decide(site)).output).toBe(`due=${due}`)
})

it('requests the calendar below the path of a project page, with and without a slash at the end', async () => {
  const {site, requested} = await serveSite(events(null))
  await decide(`${site}/meetings`)
  await decide(`${site}/meetings/`)
  expect(requested).toEqual(['/meetings/api/events.json', '/meetings/api/events.json'])
})

it('does not build when the site cannot be reached, and says so', async () => {
  const {output, reason} = await decide('http://127.0.0.1:9')
  expect(output).toBe('due=false')
  expect(reason).toContain('Could not reach')
})

it('an address that is none fails the step, because it would never publish', async () => {
  await expect(decide('meetings.example.org')).rejects.toThrow('SITE_URL')
})
