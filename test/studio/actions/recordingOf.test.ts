import {expect, it} from 'vitest'

import {recordingOf} from '../../../studio/actions/recordingOf.ts'

const touchpoint = {
  _id: 'drafts.touchpoint-1',
  title: 'Late in Singapore',
  slug: {current: 'late'},
  schedule: {start: '2024-03-28T23:30:00Z', timeZone: 'Europe/Madrid', minutes: 60},
}

it('reduces a YouTube link to its id, and dates the recording by the clock of its session', () => {
  expect(recordingOf(touchpoint, ' https://youtu.be/Aj84quEIEug?si=abc ')).toEqual({
    kind: 'recording',
    value: {
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

it('is in processing while nobody has a link', () => {
  expect(recordingOf(touchpoint, '')).toMatchObject({value: {availability: 'processing'}})
})

it.each(['worldtimebuddy.com', 'http://example.org/video', 'soon'])(
  'refuses %s, which a visitor could not follow',
  (link) => {
    expect(recordingOf(touchpoint, link)).toMatchObject({kind: 'problem'})
  },
)
