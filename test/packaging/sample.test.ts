import {execFile} from 'node:child_process'
import {cp, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {eventsFormat} from 'touchpoints/feeds'
import {expect, inject, test} from 'vitest'

import {cleanEnvironment, startLake} from '../support/siteServer.ts'
import {emptyProject} from './support/emptyProject.ts'
import {asOf, root} from './support/exampleTest.ts'

const run = promisify(execFile)
const command = join(inject('installed'), 'node_modules/@touchpoints/cli/main.js')

test('the sample community, copied out of the repository, fills a lake and has all of its calendars', async () => {
  await using project = await emptyProject()
  await cp(join(root, 'content/todo'), join(project.folder, 'content/todo'), {recursive: true})
  const lake = await startLake('empty')
  const env = {...cleanEnvironment(), SANITY_API_HOST: lake.url}
  const touchpoints = (args: string) =>
    run(process.execPath, [command, ...args.split(' ')], {cwd: project.folder, env})

  const names = ['community', 'calendars', 'series', 'touchpoints', 'guests', 'organizations']
  const others = ['working-groups', 'recordings', 'meetings-page', 'calendar-decisions']
  const files = [...names, ...others].map((name) => `content/todo/${name}.ndjson`)
  const {stdout} = await touchpoints(`import ${files.join(' ')}`)
  expect(stdout).toMatch(/\d+ documents imported/)

  await touchpoints(`export events.json --now ${asOf}`)
  const text = await readFile(join(project.folder, 'events.json'), 'utf8')
  const {calendars, events} = eventsFormat.parse(JSON.parse(text))
  expect(calendars.map(({state}) => state)).toEqual(['ok', 'ok', 'ok', 'ok'])
  expect(events.some(({kind}) => kind === 'feed')).toBe(true)
  await lake.stop()
})
