import {expect, it} from 'vitest'

import {recordingDraft} from '../../../studio/actions/recordingDraft.ts'

const touchpoint = {
  _id: 'drafts.touchpoint-1',
  title: 'Late in Singapore',
  slug: {current: 'late'},
  schedule: {start: '2024-03-28T23:30:00Z', timeZone: 'Europe/Madrid', minutes: 60},
}

it('stores the id of a YouTube link, and the date in the time zone of the session', () => {
  expect(recordingDraft(touchpoint, ' https://youtu.be/Aj84quEIEug?si=abc ')).toEqual({
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

it('has the availability processing without a link', () => {
  expect(recordingDraft(touchpoint, '')).toMatchObject({value: {availability: 'processing'}})
})

it.each(['worldtimebuddy.com', 'http://example.org/video', 'soon'])(
  'rejects %s, because it is not an https link',
  (link) => {
    expect(recordingDraft(touchpoint, link)).toMatchObject({kind: 'problem'})
  },
)
