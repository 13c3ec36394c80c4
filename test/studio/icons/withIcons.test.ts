import {expect, test} from 'vitest'

import {documentTypes, schemaTypes} from '../../../schemas/index.ts'
import {withIcons} from '../../../studio/icons/withIcons.ts'

test('every kind of document has a picture of its own, so that lists are told apart at a glance', () => {
  const pictures = withIcons(documentTypes).map((type) => Reflect.get(type, 'icon'))
  expect(pictures).not.toContain(undefined)
  expect(new Set(pictures).size).toBe(documentTypes.length)
})

test('what is no document stays as it is, and nothing is lost', () => {
  const named = withIcons(schemaTypes)
  expect(named.map(({name}) => name)).toEqual(schemaTypes.map(({name}) => name))
  const schedule = schemaTypes.find(({name}) => name === 'schedule')
  expect(named).toContain(schedule)
})
