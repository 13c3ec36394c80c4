import {afterEach, beforeEach, expect, test} from 'vitest'

import {SourcesCopy} from './sourcesCopy.ts'

let sources: SourcesCopy

beforeEach(() => {
  sources = new SourcesCopy()
})

afterEach(() => sources.remove())

const project = `import {schemaTypesWith} from '@touchpoints/schemas'
import {touchpoints, withIcons} from '@touchpoints/studio'
import {defineConfig} from 'sanity'
import {createLoader} from 'touchpoints'
import {rulesWith} from 'touchpoints/rules'

import {venueExtension as extension} from '../test/support/venueExtension.ts'

const address = {projectId: 'a', dataset: 'b'}
const loader = createLoader({...address, extension, rules: rulesWith(extension)})

export async function cityOf() {
  const {data} = await loader.touchpoints()
  return data[0]?.venue?.address
}

export default defineConfig({
  ...address,
  schema: {types: withIcons(schemaTypesWith(extension))},
  plugins: [touchpoints({}, {extension})],
})
`

test('a type of an extension needs no entry in any table, and its fields have their types', () => {
  sources.write('studio/project.ts', project.replace('venue?.address', 'venue?.adress'))
  // The copy has no site, so the tests of the site have errors.
  const errors = [...sources.compile()].filter(([file]) => !file.startsWith('test/'))
  expect(errors).toEqual([['studio/project.ts', [expect.stringContaining(`'adress'`)]]])
})
