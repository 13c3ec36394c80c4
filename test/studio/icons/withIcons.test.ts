import {expect, test} from 'vitest'

import {documentTypeNames, schemaTypes} from '../../../schemas/index.ts'
import {withIcons} from '../../../studio/icons/withIcons.ts'

test('each document type has its own icon, so that lists are easy to distinguish', () => {
  const icons = new Map(
    withIcons(schemaTypes).map((type) => [type.name, Reflect.get(type, 'icon')]),
  )
  const ofDocuments = documentTypeNames.map((name) => icons.get(name))
  expect(ofDocuments).not.toContain(undefined)
  expect(new Set(ofDocuments).size).toBe(documentTypeNames.length)
})

test('other types stay unchanged, and no type is missing', () => {
  const named = withIcons(schemaTypes)
  expect(named.map(({name}) => name)).toEqual(schemaTypes.map(({name}) => name))
  const schedule = schemaTypes.find(({name}) => name === 'schedule')
  expect(named).toContain(schedule)
})
