import {expect, test} from 'vitest'

import {documentTypeNames, schemaTypes} from '../../../schemas/index.ts'
import {withIcons} from '../../../studio/icons/withIcons.ts'

test('every kind of document has a picture of its own, so that lists are told apart at a glance', () => {
  const pictures = new Map(
    withIcons(schemaTypes).map((type) => [type.name, Reflect.get(type, 'icon')]),
  )
  const ofDocuments = documentTypeNames.map((name) => pictures.get(name))
  expect(ofDocuments).not.toContain(undefined)
  expect(new Set(ofDocuments).size).toBe(documentTypeNames.length)
})

test('what is no document stays as it is, and nothing is lost', () => {
  const named = withIcons(schemaTypes)
  expect(named.map(({name}) => name)).toEqual(schemaTypes.map(({name}) => name))
  const schedule = schemaTypes.find(({name}) => name === 'schedule')
  expect(named).toContain(schedule)
})
