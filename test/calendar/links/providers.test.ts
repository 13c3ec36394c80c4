import {meetingLink, type LinkKind, type ProviderName} from '@touchpoints/calendar/links'
import {describe, expect, test} from 'vitest'

type Example = readonly [link: string, kind: LinkKind, id?: string]

const uuid = '0d9f4c6e-5b1a-4c1e-9a77-2f6b8c3d1e05'

/** Forms of links as the providers write them. The compiler asks for the examples of a new provider. */
const examples: Record<ProviderName, readonly Example[]> = {
  zoom: [
    ['https://us02web.zoom.us/j/81234567890?pwd=abc#success', 'room', 'zoom:81234567890'],
    ['https://zoom.us/wc/join/81234567890', 'room', 'zoom:81234567890'],
    ['https://app.zoom.com/wc/81234567890/join', 'room', 'zoom:81234567890'],
    ['https://app.zoom.us/wc/81234567890/join?fromPWA=1', 'room', 'zoom:81234567890'],
    ['https://community.zoom.us/j/812-3456-7890', 'room', 'zoom:81234567890'],
    ['https://zoom.us/w/81234567890?tk=x', 'room', 'zoom:81234567890'],
    ['https://zoom.us/my/Community.Room?pwd=x', 'room', 'zoom:my/community.room'],
    ['https://www.zoomgov.com/j/81234567890', 'room', 'zoomgov:81234567890'],
    ['https://zoom.us/s/81234567890?zak=x', 'host'],
    ['https://zoom.us/wc/81234567890/start', 'host'],
    ['https://us02web.zoom.us/u/kdX7Q2mbc', 'dial-in'],
    ['https://zoom.us/zoomconference?m=x', 'dial-in'],
    ['https://us02web.zoom.us/rec/share/Xy7_pQ2.aB', 'recording'],
    ['https://zoom.us/recording/detail?meeting_id=x', 'recording'],
    ['https://zoom.us/clips/share/x', 'recording'],
    ['https://zoom.us/meeting/register/tZ0abc', 'registration'],
    ['https://zoom.us/webinar/register/WN_abc', 'registration'],
    ['https://us02web.zoom.us/meeting/tZ0abcdEFGH/ics?icsToken=98tyKuAbCd', 'calendar-file'],
    ['https://zoom.us/join', 'page'],
    ['https://zoom.us/', 'page'],
  ],
  lfx: [
    [
      'https://zoom-lfx.platform.linuxfoundation.org/meeting/91234567890?password=x&invite=true',
      'room',
      'lfx:91234567890',
    ],
    [`https://app.lfx.dev/meetings/${uuid}?password=x`, 'room', `lfx:${uuid}`],
    ['https://app.lfx.dev/meetings/91234567890', 'room', 'lfx:91234567890'],
    ['https://zoom-lfx.platform.linuxfoundation.org/meetings/todogroup', 'list'],
    ['https://zoom-lfx.platform.linuxfoundation.org/meetings/todogroup?view=list', 'list'],
    ['https://app.lfx.dev/meetings', 'list'],
    ['https://app.lfx.dev/', 'page'],
  ],
  meet: [
    ['https://meet.google.com/abc-defg-hij?pli=1&authuser=0&hs=122', 'room', 'meet:abcdefghij'],
    ['https://meet.google.com/ABC-DEFG-HIJ', 'room', 'meet:abcdefghij'],
    ['https://g.co/meet/community', 'room', 'meet:community'],
    ['https://meet.google.com/lookup/abcdef', 'room', 'meet:abcdef'],
    ['https://tel.meet/abc-defg-hij?pin=1234567890123', 'dial-in'],
    ['https://meet.google.com/landing', 'list'],
    ['https://meet.google.com/', 'list'],
  ],
  teams: [
    [
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZmVlZA%40thread.v2/0?context=%7b%7d',
      'room',
      'teams:19:meeting_zmvlza@thread.v2',
    ],
    [
      'https://teams.microsoft.com/l/meetup-join/19:meeting_ZmVlZA@thread.v2/0?context={}',
      'room',
      'teams:19:meeting_zmvlza@thread.v2',
    ],
    [
      'https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/19:meeting_ZmVlZA@thread.v2/0',
      'room',
      'teams:19:meeting_zmvlza@thread.v2',
    ],
    [
      'https://teams.microsoft.com/meet/212345678901234?p=AbCdEfGhIj',
      'room',
      'teams:212345678901234',
    ],
    ['https://teams.live.com/meet/9312345678901', 'room', 'teams:9312345678901'],
    [
      'https://teams.microsoft.com/meetingOptions/?organizerId=0a1b&threadId=19_meeting_Zm@thread.v2',
      'host',
    ],
    [`https://dialin.teams.microsoft.com/${uuid}?id=123456789`, 'dial-in'],
    ['https://events.teams.microsoft.com/event/abc@def', 'registration'],
    ['https://teams.microsoft.com/l/channel/19%3ax/General', 'page'],
  ],
  webex: [
    [
      'https://example.webex.com/example/j.php?MTID=mfedcba9876543210',
      'room',
      'webex:example.webex.com:mfedcba9876543210',
    ],
    ['https://example.webex.com/meet/ana', 'room', 'webex:example.webex.com:ana'],
    ['https://example.webex.com/join/ana', 'room', 'webex:example.webex.com:ana'],
    [
      'https://example.webex.com/wbxmjs/joinservice/sites/example/meeting/download/0a1b2c',
      'room',
      'webex:example.webex.com:0a1b2c',
    ],
    ['https://example.webex.com/example/globalcallin.php?MTID=m0123456789abcdef', 'dial-in'],
    ['https://example.webex.com/example/ldr.php?RCID=0a1b', 'recording'],
    [
      'https://example.webex.com/recordingservice/sites/example/recording/0a1b/playback',
      'recording',
    ],
    ['https://example.webex.com/weblink/register/r0a1b', 'registration'],
    ['https://www.webex.com/', 'page'],
  ],
  jitsi: [
    [
      'https://meet.jit.si/TouchpointsCommunityCall',
      'room',
      'jitsi:meet.jit.si:touchpointscommunitycall',
    ],
    [
      'https://meet.jit.si/touchpointscommunitycall#config.startWithAudioMuted=true',
      'room',
      'jitsi:meet.jit.si:touchpointscommunitycall',
    ],
    ['https://8x8.vc/community/call', 'room', 'jitsi:8x8.vc:community/call'],
    ['https://meet.jit.si/static/dialInInfo.html?room=TouchpointsCommunityCall', 'dial-in'],
    ['https://moderated.jitsi.net/0123456789abcdef0123456789abcdef0123456789abcdef', 'host'],
    ['https://meet.jit.si/', 'page'],
  ],
  bigbluebutton: [
    [
      'https://demo.bigbluebutton.org/gl/ana-abc-def',
      'room',
      'bigbluebutton:demo.bigbluebutton.org:ana-abc-def',
    ],
    ['https://bbb.example.org/b/ana-abc-def', 'room', 'bigbluebutton:bbb.example.org:ana-abc-def'],
    [
      'https://bbb.example.org/rooms/ana-abc-def-ghi/join',
      'room',
      'bigbluebutton:bbb.example.org:ana-abc-def-ghi',
    ],
    ['https://bbb.example.org/playback/presentation/2.3/0a1b', 'recording'],
    ['https://bbb.example.org/bigbluebutton/api/join?meetingID=x&password=mp', 'host'],
    ['https://bigbluebutton.org/', 'page'],
  ],
  goto: [
    ['https://global.gotomeeting.com/join/123456789', 'room', 'goto:123456789'],
    ['https://meet.goto.com/123456789', 'room', 'goto:123456789'],
    ['https://app.goto.com/meeting/123456789', 'room', 'goto:123456789'],
    ['https://gotomeet.me/community', 'room', 'goto:community'],
    ['https://attendee.gotowebinar.com/register/123', 'registration'],
    ['https://global.gotomeeting.com/install/123456789', 'page'],
  ],
  whereby: [
    ['https://whereby.com/community-call', 'room', 'whereby:whereby.com:community-call'],
    ['https://community.whereby.com/call', 'room', 'whereby:community.whereby.com:call'],
    ['https://community.whereby.com/call?roomKey=secret', 'host'],
    ['https://whereby.com/user/ana', 'page'],
    ['https://whereby.com/', 'page'],
  ],
  discord: [
    ['https://discord.gg/AbCdEf', 'room', 'discord:AbCdEf'],
    ['https://discord.com/invite/AbCdEf', 'room', 'discord:AbCdEf'],
    ['https://discord.com/channels/123456/654321', 'room', 'discord:123456/654321'],
    ['https://discord.com/events/123456/654321', 'room', 'discord:123456/654321'],
    ['https://discord.com/', 'page'],
  ],
  youtube: [
    ['https://www.youtube.com/live/dQw4w9WgXcQ?si=x', 'stream', 'youtube:dQw4w9WgXcQ'],
    ['https://youtube.com/@community/live', 'stream', 'youtube:@community/live'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'recording'],
    ['https://youtu.be/dQw4w9WgXcQ', 'recording'],
    ['https://www.youtube.com/playlist?list=PL123', 'recording'],
    ['https://www.youtube.com/@community', 'list'],
  ],
  gather: [['https://app.gather.town/app/AbC123/Community', 'room', 'gather:AbC123/Community']],
  ringcentral: [
    ['https://v.ringcentral.com/join/123456789?pw=x', 'room', 'ringcentral:123456789'],
    ['https://v.ringcentral.com/teleconference', 'dial-in'],
  ],
  chime: [
    ['https://chime.aws/1234567890', 'room', 'chime:1234567890'],
    ['https://chime.aws/dialinnumbers/', 'dial-in'],
  ],
  bluejeans: [
    ['https://bluejeans.com/123456789/1234', 'room', 'bluejeans:123456789/1234'],
    ['https://www.bluejeans.com/numbers', 'dial-in'],
  ],
  slack: [
    ['https://app.slack.com/huddle/T123/C456', 'room', 'slack:t123/c456'],
    ['https://app.slack.com/client/T123/C456', 'page'],
  ],
  skype: [['https://join.skype.com/AbCdEf', 'room', 'skype:AbCdEf']],
}

const rows = Object.entries(examples).flatMap(([provider, links]) =>
  links.map(([link, kind, id]) => ({
    link,
    expected: {kind, provider, ...(id !== undefined && {id})},
  })),
)

test.each(rows)('$link is a $expected.kind of $expected.provider', ({link, expected}) => {
  expect(meetingLink(link)).toEqual(expected)
})

describe('a host that no provider uses', () => {
  test.each([
    ['https://meet.example.org/CommunityCall', 'meet.example.org:communitycall'],
    ['https://jitsi.example.org/Community%20Call', 'jitsi.example.org:community call'],
    [
      'https://video.community.example.org/b/ana-abc-def',
      'video.community.example.org:ana-abc-def',
    ],
    ['https://cloud.example.org/call/ab12cd34', 'cloud.example.org:ab12cd34'],
  ])('%s is a room by its form', (link, id) => {
    expect(meetingLink(link)).toEqual({kind: 'room', id})
  })

  test.each([
    'https://example.org/notes',
    'https://meet.example.org/',
    'https://meet.example.org/about',
    'https://meet.example.org/calendar.html',
    'https://zoom.us.evil.example/j/81234567890',
    'https://notzoom.us/j/81234567890',
    'https://example.org/?next=https://zoom.us/j/81234567890',
    'mailto:ana@zoom.us',
    'javascript:alert("https://zoom.us/j/81234567890")',
    'no link',
  ])('%s says nothing about a meeting', (link) => {
    expect(meetingLink(link)).toBeUndefined()
  })
})
