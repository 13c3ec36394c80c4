import {expect, test} from 'vitest'

import {recordingAvailabilityRule} from '../../../schemas/rules/recordingAvailabilityRule.ts'
import {findingsOf} from './findingsOf.ts'

test('a published recording without a source is an error, because its link would be empty', () => {
  expect(findingsOf(recordingAvailabilityRule, {availability: 'published'})).toMatchObject([
    {level: 'error', path: ['media']},
  ])
})

test('a recording that does not exist needs a reason, because visitors would wait for it', () => {
  expect(findingsOf(recordingAvailabilityRule, {availability: 'notRecorded'})).toMatchObject([
    {level: 'error', path: ['notRecordedReason']},
  ])
})

test('a recording in processing needs neither a source nor a reason', () => {
  expect(findingsOf(recordingAvailabilityRule, {availability: 'processing'})).toEqual([])
})
