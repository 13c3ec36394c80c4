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

test('a type of an extension keeps its icon, or gets the one that is named for it', () => {
  const own = () => null
  const other = () => null
  const types = [
    {name: 'venue', type: 'document' as const, fields: [], icon: own},
    {name: 'room', type: 'document' as const, fields: []},
    {name: 'guest', type: 'document' as const, fields: []},
  ]
  const icons = (more?: Parameters<typeof withIcons>[1]) =>
    withIcons(types, more).map((type) => Reflect.get(type, 'icon'))
  expect(icons().slice(0, 2)).toEqual([own, undefined])
  expect(icons({room: other, guest: other})).toEqual([own, other, other])
})
