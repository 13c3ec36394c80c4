import {expect, test} from 'vitest'

import {typedCountRule} from '../../../schemas/rules/typedCountRule.ts'
import {found} from './found.ts'

const page = (text: string) => found(typedCountRule, {conductNote: text})

test.each([
  'There are currently three (3) active working groups',
  'All 7 working groups are open',
  'We keep four public calendars',
])('“%s” must follow a list by hand', (text) => {
  expect(page(text)).toMatchObject([{level: 'warning', path: ['conductNote']}])
})

test.each([
  'Join one of our working groups',
  'Talks take 15 minutes',
  'Since 2023 recordings exist',
])('“%s” counts nothing that the page lists', (text) => {
  expect(page(text)).toEqual([])
})
