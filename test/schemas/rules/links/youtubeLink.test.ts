import {expect, test} from 'vitest'

import {youtubeLink} from '../../../../schemas/rules/links/youtubeLink.ts'

test.each([
  'https://youtu.be/Aj84quEIEug?si=Phg2',
  'https://www.youtube.com/watch?v=Aj84quEIEug&t=30s',
  'https://www.youtube.com/watch?list=PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5&v=Aj84quEIEug',
  'https://m.youtube.com/live/Aj84quEIEug',
  'https://www.youtube.com/shorts/Aj84quEIEug',
  'https://www.youtube-nocookie.com/embed/Aj84quEIEug',
  ' youtu.be/Aj84quEIEug ',
])('%s contains the id of a video', (link) => {
  expect(youtubeLink(link)).toEqual({youtubeId: 'Aj84quEIEug'})
})

test('a link to a playlist without a video returns the id of the playlist', () => {
  const playlistId = 'PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5'
  expect(youtubeLink(`https://www.youtube.com/playlist?list=${playlistId}`)).toEqual({playlistId})
})

test.each([
  'https://youtube.com.evil.example/watch?v=Aj84quEIEug',
  'Aj84quEIEug',
  'https://youtu.be/',
  '',
])('“%s” is not a YouTube link', (link) => {
  expect(youtubeLink(link)).toBeUndefined()
})
