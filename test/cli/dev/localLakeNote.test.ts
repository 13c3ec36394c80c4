import {expect, test} from 'vitest'

import {localLakeNote} from '../../../cli/dev/localLakeNote.ts'
import {readSettings} from '../../../cli/dev/settings.ts'

const noteFor = (env: Readonly<Record<string, string | undefined>>) =>
  localLakeNote(env, readSettings(env, '/home/ana'))

test('a hosted project is named, with the command that uses it, because edits would go elsewhere', () => {
  const note = noteFor({SANITY_STUDIO_PROJECT_ID: 'abc123de'})
  expect(note).toMatch(/hosted project abc123de of SANITY_STUDIO_PROJECT_ID.*npx sanity dev/)
  expect(note).not.toContain('\n')
})

test('a lake elsewhere is named, because SANITY_API_HOST wins in every other command', () => {
  const env = {SANITY_STUDIO_PROJECT_ID: 'abc123de', SANITY_API_HOST: 'http://lake.internal:3900'}
  expect(noteFor(env)).toContain('http://lake.internal:3900')
})

test.each([
  {SANITY_STUDIO_DATASET: 'production', SANITY_API_HOST: ''},
  {SANITY_STUDIO_PROJECT_ID: 'touchpoints'},
  {SANITY_API_HOST: 'http://127.0.0.1:3900'},
  {SANITY_API_HOST: 'http://localhost:3950/', TOUCHPOINTS_LAKE_PORT: '3950'},
])('variables that name the lake of this folder need no note: %j', (env) => {
  expect(noteFor(env)).toBeUndefined()
})
