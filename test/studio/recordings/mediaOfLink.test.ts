import {expect, test} from 'vitest'

import {mediaOfLink} from '../../../studio/recordings/mediaOfLink.ts'

test.each([
  'https://www.youtube.com/watch?v=Aj84quEIEug',
  'https://www.youtube.com/watch?v=Aj84quEIEug&list=PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5&t=90s',
  'https://youtu.be/Aj84quEIEug?si=abc',
  'youtu.be/Aj84quEIEug',
  'https://www.youtube.com/live/Aj84quEIEug?feature=shared',
  'https://youtube.com/shorts/Aj84quEIEug',
  'https://www.youtube-nocookie.com/embed/Aj84quEIEug',
  'https://m.youtube.com/watch?app=desktop&v=Aj84quEIEug',
  '  https://youtu.be/Aj84quEIEug\n',
])('%j is stored as its id, so that two links to one video are the same', (link) => {
  expect(mediaOfLink(link)).toEqual({youtubeId: 'Aj84quEIEug'})
})

test('a link to a playlist is stored as its id', () => {
  expect(
    mediaOfLink('https://www.youtube.com/playlist?list=PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5'),
  ).toEqual({playlistId: 'PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5'})
})

test('any other link is stored without tracking parameters', () => {
  expect(mediaOfLink('https://zoom.example/rec/share/abc?utm_source=mail&pwd=1')).toEqual({
    url: 'https://zoom.example/rec/share/abc?pwd=1',
  })
})

test.each(['', 'tomorrow', 'http://plain.example/video', 'Aj84quEIEug', 'javascript:alert(1)'])(
  '%j is not a source',
  (text) => {
    expect(mediaOfLink(text)).toBeUndefined()
  },
)
