import {afterAll, beforeAll, expect, test} from 'vitest'

import {supportedLanguages} from '../../words/index.ts'
import {SourcesCopy} from './sourcesCopy.ts'

let copy: SourcesCopy
let errors: Map<string, string[]>

beforeAll(() => {
  copy = new SourcesCopy()
  copy.replace('words/catalogs/en.ts', `  skip: `, `  planted: 'Planted',\n  skip: `)
  copy.replace('words/catalogs/de.ts', `  localTime: `, `  joined: '',\n  localTime: `)
  errors = copy.compile()
})

afterAll(() => copy.remove())

test.each(supportedLanguages.filter((language) => language !== 'en'))(
  'the compiler asks %s for a message that is new in English',
  (language) => {
    const found = errors.get(`words/catalogs/${language}.ts`) ?? []
    expect(found.join('\n')).toContain(`'planted' is missing`)
  },
)

test('the compiler rejects a message that English does not have', () => {
  expect((errors.get('words/catalogs/de.ts') ?? []).join('\n')).toContain(`'joined' does not exist`)
})
