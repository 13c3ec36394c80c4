import {expect, test} from 'vitest'

import {recordingAvailabilityRule} from '../../../schemas/rules/recordingAvailabilityRule.ts'
import {found} from './found.ts'

test('a published recording that is nowhere is an error: its link would be empty', () => {
  expect(found(recordingAvailabilityRule, {availability: 'published'})).toMatchObject([
    {level: 'error', path: ['media']},
  ])
})

test('“not recorded” needs its reason, or visitors wait for a recording', () => {
  expect(found(recordingAvailabilityRule, {availability: 'notRecorded'})).toMatchObject([
    {level: 'error', path: ['notRecordedReason']},
  ])
})

test('one that is being processed needs neither', () => {
  expect(found(recordingAvailabilityRule, {availability: 'processing'})).toEqual([])
})
