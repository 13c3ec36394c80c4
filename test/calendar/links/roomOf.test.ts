import {roomOf} from '@touchpoints/calendar/links'
import {expect, test} from 'vitest'

test.each([
  [
    'host names of Zoom',
    'https://us02web.zoom.us/j/81234567890?pwd=x',
    'https://zoom.us/j/81234567890/',
  ],
  [
    "Zoom's web client",
    'https://zoom.us/j/81234567890',
    'https://zoom.us/wc/join/81234567890?pwd=x',
  ],
  [
    'an invitation and a password of LFX',
    'https://zoom-lfx.platform.linuxfoundation.org/meeting/91234567890?password=x&invite=true',
    'https://zoom-lfx.platform.linuxfoundation.org/meeting/91234567890',
  ],
  [
    "Meet's account",
    'https://meet.google.com/abc-defg-hij?pli=1',
    'https://meet.google.com/abc-defg-hij?authuser=2&hs=1',
  ],
  [
    'percent-encoding of Teams',
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zm%40thread.v2/0?context=x',
    'https://teams.microsoft.com/l/meetup-join/19:meeting_Zm@thread.v2/0',
  ],
  [
    'a redirect',
    'https://www.google.com/url?q=https%3A%2F%2Fzoom.us%2Fj%2F81234567890',
    'https://zoom.us/j/81234567890',
  ],
  [
    'a campaign',
    'https://video.example/r/one?utm_source=x',
    'https://www.video.example/r/one/#top',
  ],
  [
    'percent-encoding of an unknown host',
    'https://video.example/r/%6Fne',
    'https://video.example/r/one',
  ],
])('%s makes no other room', (_, a, b) => {
  expect(roomOf(a)).toBeDefined()
  expect(roomOf(a)).toBe(roomOf(b))
})

test.each([
  ['https://zoom.us/j/81234567890', 'https://zoom.us/j/81234567891'],
  ['https://zoom.us/j/81234567890', 'https://www.zoomgov.com/j/81234567890'],
  ['https://meet.jit.si/One', 'https://8x8.vc/One'],
  ['https://video.example/r/one', 'https://video.example/r/two'],
  ['https://video.example/r?id=1', 'https://video.example/r?id=2'],
])('%s and %s are two rooms', (a, b) => {
  expect(roomOf(a)).not.toBe(roomOf(b))
})

test.each([
  ['a dial-in page', 'https://us02web.zoom.us/u/kdX7Q2mbc'],
  ['a recording', 'https://zoom.us/rec/share/abc'],
  ['a list of meetings', 'https://zoom-lfx.platform.linuxfoundation.org/meetings/todogroup'],
  ['a home page', 'https://todogroup.org/'],
  ["a provider's page", 'https://zoom.us/join'],
  ["the host's link", 'https://zoom.us/s/81234567890'],
  ['a mail address', 'mailto:ana@example.org'],
  ['no link', 'Room 12'],
  ['nothing', undefined],
])('%s is not a room', (_, link) => {
  expect(roomOf(link)).toBeUndefined()
})
