import {expect, test} from 'vitest'

import {localLakeNote} from '../../../cli/dev/localLakeNote.ts'

test('a hosted project is named, with the command that uses it, because edits would go elsewhere', () => {
  const note = localLakeNote({SANITY_STUDIO_PROJECT_ID: 'abc123de'})
  expect(note).toMatch(/hosted project abc123de of SANITY_STUDIO_PROJECT_ID.*npx sanity dev/)
  expect(note).not.toContain('\n')
})

test('a lake elsewhere is named, because SANITY_API_HOST wins in every other command', () => {
  const env = {SANITY_STUDIO_PROJECT_ID: 'abc123de', SANITY_API_HOST: 'http://lake.internal:3900'}
  expect(localLakeNote(env)).toContain('http://lake.internal:3900')
})

test('without such variables there is nothing to say', () => {
  expect(localLakeNote({SANITY_STUDIO_DATASET: 'production', SANITY_API_HOST: ''})).toBeUndefined()
})
