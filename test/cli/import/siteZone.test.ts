import {expect, test} from 'vitest'

import {siteZone} from '../../../cli/import/source/siteZone.ts'

test.each([
  ['timezone: Europe/Madrid', 'Europe/Madrid'],
  ['title: x\ntimezone: "Asia/Kolkata" # ours\n', 'Asia/Kolkata'],
  ['timezone: IST', undefined],
  ['  timezone: Europe/Madrid', undefined],
])('the zone of a Jekyll site is offered as an answer: %s', (text, zone) => {
  expect(siteZone([{path: '_config.yml', text}])).toBe(zone)
  expect(siteZone([{path: 'other.yml', text}])).toBeUndefined()
})
