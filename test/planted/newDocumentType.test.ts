import {afterEach, beforeEach, expect, test} from 'vitest'

import {SourcesCopy} from './sourcesCopy.ts'

/** Every table by document type. */
const tables = [
  'schemas/schemaTypes.ts',
  'schemas/rules/rulesByType.ts',
  'schemas/translation/translatableFields.ts',
  'loaders/documentReads.ts',
  'loaders/adapters/files/dataFiles.ts',
  'studio/actions/actionsByType.ts',
  'studio/agenda/importedTypes.ts',
  'studio/badges/badgesByType.ts',
  'studio/icons/withIcons.ts',
  'studio/presentation/locations.ts',
  'studio/presentation/mainDocuments.ts',
  'studio/structure/documentLists.ts',
  'test/loaders/views/unviewedFields.ts',
]

let sources: SourcesCopy

beforeEach(() => {
  sources = new SourcesCopy()
  sources.replace(
    'schemas/registry/documentTypes.ts',
    '] as const',
    `  {name: 'venue', singleton: false},\n] as const`,
  )
})

afterEach(() => sources.remove())

/** Returns the files with an error that contains a word. */
function filesWith(word: string): string[] {
  return [...sources.compile()]
    .filter(([, errors]) => errors.some((error) => error.includes(word)))
    .map(([file]) => file)
}

test('a new type in the registry is a compile error in each table without an entry for it', () => {
  expect(filesWith('venue')).toEqual(expect.arrayContaining(tables))
})

test('a new method is a compile error in the loader and in each adapter without it', () => {
  const reads = 'loaders/documentReads.ts'
  sources.replace(reads, 'import type * as z', 'import * as z')
  sources.replace(
    reads,
    '} as const satisfies',
    `  venue: {
    view: z.object({...organizationView.shape, _type: z.literal('venue')}),
    method: 'venues',
    order: 'name asc',
  },
} as const satisfies`,
  )
  expect(filesWith('venues')).toEqual(
    expect.arrayContaining([reads, 'loaders/adapters/astro/collections.ts']),
  )
})

test('tests report a new type and a new field until page, samples and view contain them', () => {
  const organization = sources.read('schemas/documents/organization.ts')
  sources.write('schemas/documents/venue.ts', organization.replaceAll(/\borganization\b/g, 'venue'))
  sources.replace(
    'schemas/schemaTypes.ts',
    'const documents = {',
    `import {venue} from './documents/venue.ts'\nconst documents = {\n  venue,`,
  )
  sources.replace(
    'schemas/rules/rulesByType.ts',
    'const rulesOfType = {',
    'const rulesOfType = {\n  venue: [],',
  )
  sources.replace(
    'schemas/translation/translatableFields.ts',
    'export const translatableFields = {',
    'export const translatableFields = {\n  venue: [],',
  )
  sources.replace(
    'schemas/documents/touchpoint.ts',
    `    scalarField('edition'`,
    `    scalarField('dressCode', 'line', {title: 'Dress code'}),\n    scalarField('edition'`,
  )
  const failing = sources.failingTests([
    'test/content/valid.test.ts',
    'test/docs/model.test.ts',
    'test/loaders/views/drift.test.ts',
  ])
  const named = (part: string) =>
    [...failing].filter(([name]) => name.includes(part)).map(([, message]) => message)
  expect(named('lists each field of venue')).toHaveLength(1)
  expect(named('lists each field of touchpoint')).toHaveLength(1)
  expect(named('has every document type')).toEqual([expect.stringContaining('venue')])
  expect(named('agree on the stored fields')).toEqual([
    expect.stringContaining('touchpoint.dressCode'),
  ])
})
