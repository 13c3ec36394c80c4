import {expect, it} from 'vitest'

import {recordingOfSession} from '../../../studio/acts/session/recordingOfSession.ts'

const touchpoint = {
  _id: 'drafts.touchpoint-1',
  title: 'Late in Singapore',
  slug: {current: 'late'},
  schedule: {start: '2024-03-28T23:30:00Z', timeZone: 'Europe/Madrid', minutes: 60},
}

it('stores the id of a YouTube link, and the date in the time zone of the session', () => {
  const link = ' https://youtu.be/Aj84quEIEug?si=abc '
  expect(recordingOfSession(touchpoint, {kind: 'link', link})).toEqual({
    kind: 'recording',
    document: {
      _id: 'recording-touchpoint-1',
      _type: 'recording',
      title: 'Late in Singapore',
      slug: {_type: 'slug', current: 'late'},
      availability: 'published',
      media: {_type: 'recordingMedia', youtubeId: 'Aj84quEIEug'},
      date: '2024-03-29',
      touchpoint: {
        _type: 'reference',
        _ref: 'touchpoint-1',
        _weak: true,
        _strengthenOnPublish: {type: 'touchpoint'},
      },
    },
  })
})

it('has the availability processing while there is no recording yet', () => {
  expect(recordingOfSession(touchpoint, {kind: 'later'})).toMatchObject({
    document: {availability: 'processing'},
  })
})

it('stores why a session was not recorded, because visitors see the reason', () => {
  const choice = {kind: 'notRecorded', reason: ' Chatham House Rule '} as const
  expect(recordingOfSession(touchpoint, choice)).toMatchObject({
    document: {availability: 'notRecorded', notRecordedReason: 'Chatham House Rule'},
  })
  expect(recordingOfSession(touchpoint, {...choice, reason: ' '})).toMatchObject({kind: 'problem'})
})

it('belongs to the published form of a session that is changed in a release', () => {
  const version = {...touchpoint, _id: 'versions.r1.touchpoint-1'}
  expect(recordingOfSession(version, {kind: 'later'})).toMatchObject({
    document: {_id: 'recording-touchpoint-1', touchpoint: {_ref: 'touchpoint-1'}},
  })
})

it.each(['worldtimebuddy.com', 'http://example.org/video', 'soon', ''])(
  'rejects “%s”, because it is not an https link',
  (link) => {
    expect(recordingOfSession(touchpoint, {kind: 'link', link})).toMatchObject({kind: 'problem'})
  },
)
