import type {ObjectSchemaType, SchemaType} from '@sanity/types'
import {expect, test} from 'vitest'

import {documentTypeNames} from '../../../schemas/registry/index.ts'
import {translatableFields} from '../../../schemas/translation/translatableFields.ts'
import {compiledSchema} from '../../support/datasetValidator.ts'

/** Returns the paths of all fields with translations below a type, as the table writes them. */
function translatedIn(type: SchemaType, path: readonly string[] = []): string[] {
  if (!isObject(type)) return []
  return type.fields.flatMap(({name, type: field}): string[] => {
    if (name.endsWith('Translations')) {
      return [[...path, name.replace(/Translations$/, '')].join('.')]
    }
    if (field.name === 'term') return [[...path, name].join('.')]
    // A reference is another document, and a block is the inside of a text.
    if (field.jsonType === 'object' && field.name !== 'reference') {
      return translatedIn(field, [...path, name])
    }
    if (field.jsonType !== 'array') return []
    return field.of
      .filter((member) => member.name !== 'reference' && member.name !== 'block')
      .flatMap((member) => translatedIn(member, [...path, `${name}[]`]))
  })
}

function isObject(type: SchemaType): type is ObjectSchemaType {
  return type.jsonType === 'object'
}

test.each(documentTypeNames)('the table lists each field of %s that has translations', (name) => {
  const type: SchemaType | undefined = compiledSchema.get(name)
  if (!type) throw new Error(`The schema has no type ${name}.`)
  const listed = translatableFields[name].map(({path}) => path.join('.'))
  expect(listed.toSorted()).toEqual(translatedIn(type).toSorted())
})

test('the schema has such fields, so that the comparison is known to work', () => {
  expect(translatedIn(compiledSchema.get('meetingsPage'))).toContain('sections[].heading')
})
