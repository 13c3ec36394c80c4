import {expect, test} from 'vitest'

import {saveAddress} from '../../elements/saveAddress.ts'
import {publishedEvent} from '../loaders/feeds/publishedEvents.ts'

const page = 'https://community.example/meetings/'
const file = 'calendar.ics?event={id}'
const event = publishedEvent({id: 'feed:a&b#1'})

test('one event’s file is beside events.json, whatever its id holds', () => {
  const save = saveAddress(file, '/api/events.json', page)
  expect(save?.(event)).toBe('https://community.example/api/calendar.ics?event=feed%3Aa%26b%231')
})

test('nothing is offered where events.json names no such file: a static host has them all in one', () => {
  expect(saveAddress(undefined, '/api/events.json', page)).toBeUndefined()
})

test.each(['javascript:alert(1)//{id}', 'data:text/html,{id}', 'https://'])(
  '%s is no file to save',
  (address) => {
    expect(saveAddress(address, '/api/events.json', page)).toBeUndefined()
  },
)
