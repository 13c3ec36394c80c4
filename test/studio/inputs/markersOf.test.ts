import {expect, it} from 'vitest'

import {markersIn} from '../../../studio/inputs/markersOf.ts'

const error = (message: string) => ({level: 'error', message, path: []})

it('returns the messages of fields at any depth, because a custom input renders its fields itself', () => {
  const slots = {
    kind: 'field',
    field: {
      path: ['cadence', 'slots'],
      validation: [],
      members: [
        {
          kind: 'item',
          item: {
            path: ['cadence', 'slots', {_key: 'a'}],
            validation: [error('The slot repeats another one.')],
            members: [
              {
                kind: 'field',
                field: {
                  path: ['cadence', 'slots', {_key: 'a'}, 'time'],
                  validation: [error('No time.')],
                },
              },
            ],
          },
        },
      ],
    },
  }
  expect(markersIn({kind: 'fieldSet', fieldSet: {members: [slots]}})).toEqual([
    {
      path: ['cadence', 'slots', {_key: 'a'}],
      level: 'error',
      message: 'The slot repeats another one.',
    },
    {path: ['cadence', 'slots', {_key: 'a'}, 'time'], level: 'error', message: 'No time.'},
  ])
})

it('ignores members without messages, such as a field that could not be shown', () => {
  expect(markersIn({kind: 'error', key: 'x', error: {}})).toEqual([])
})
