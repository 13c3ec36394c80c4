/** What a link on a meeting provider's host leads to. */
export type LinkKind =
  /** The meeting itself. The only kind that is a link to join. */
  | 'room'
  /** A live stream, where people watch and don't join. */
  | 'stream'
  | 'recording'
  /** A page of phone numbers. */
  | 'dial-in'
  /** A list of meetings, a personal page, a lobby for several meetings. */
  | 'list'
  | 'registration'
  /** A link that starts, moderates or configures the meeting. It is never published. */
  | 'host'
  /** A file or a page that adds the meeting to a calendar. */
  | 'calendar-file'
  /** Anything else, such as the provider's home page. */
  | 'page'

/**
 * One rule of a provider.
 *
 * `path` is matched against the path and the query, without the host. Its first group is the id of the
 * room, if the kind has one.
 */
interface Rule {
  path: RegExp
  kind: LinkKind
}

interface Provider {
  /** Host names, without `www.`. */
  host: RegExp
  /** The first rule that matches decides. A link that matches none is a `page`. */
  rules: readonly Rule[]
  /** Whether upper and lower case in the room's id make two rooms. Defaults to false. */
  caseSensitive?: boolean
}

const rule = (kind: LinkKind, path: RegExp): Rule => ({kind, path})

/**
 * The meeting providers, with the forms of their links.
 *
 * To add one, add an entry here and its examples in `test/calendar/links/providers.test.ts`. The compiler
 * asks for the examples.
 */
export const providers = {
  zoom: {
    host: /^(?:[\w-]+\.)*zoom(?:gov)?\.(?:us|com|com\.cn)$/,
    rules: [
      rule('calendar-file', /^\/(?:meeting|webinar)\/[^/]*\/?(?:ics|[^?]*\/ics)\b|[?&]icsToken=/i),
      rule('registration', /^\/(?:meeting|webinar)\/(?:register|[^/]+\/registration)/i),
      rule('host', /^\/(?:s\/\d|wc\/\d+\/start|host\/|start\/|meeting\/\d+(?:\/edit)?$)/i),
      rule('recording', /^\/(?:rec|recording|clips?|v\/clip)\b/i),
      rule('dial-in', /^\/(?:u\/|zoomconference|pac|teleconference)/i),
      rule('room', /^\/(?:j|w|wc\/join|launch\/jc)\/(\d[\d-]*)/i),
      rule('room', /^\/wc\/(\d[\d-]*)(?:\/|$|\?)/i),
      rule('room', /^\/(my\/[\w.-]+)/i),
      rule('room', /^\/wc\/(my\/[\w.-]+)/i),
      rule('room', /^\/(?:ej|v\/ej)\/([\w-]+)/i),
    ],
  },
  lfx: {
    host: /^(?:zoom-lfx\.platform\.linuxfoundation\.org|app\.lfx\.dev|meetings\.lfx\.dev)$/,
    rules: [
      rule('recording', /^\/(?:meetings?\/[^/?]+\/)?recordings?\b/i),
      rule('registration', /^\/(?:meetings?\/)?register\b/i),
      rule('calendar-file', /^\/[^?]*\.ics\b|^\/meetings?\/[^/?]+\/ics\b/i),
      rule(
        'room',
        /^\/meetings?\/(\d{6,}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})/i,
      ),
      rule('list', /^\/(?:meetings?|calendars?|project)\b/i),
    ],
  },
  meet: {
    host: /^(?:meet\.google\.com|g\.co|tel\.meet|hangouts\.google\.com)$/,
    rules: [
      rule('dial-in', /[?&]pin=\d|^\/tel\//i),
      rule('list', /^\/(?:landing|new|_meet\/landing)?(?:$|\?)/i),
      rule('room', /^\/([a-z]{3}-?[a-z]{4}-?[a-z]{3})(?:$|[/?])/i),
      rule('room', /^\/(?:meet|lookup)\/([\w-]+)/i),
      rule('room', /^\/hangouts\/_\/([^?]+)/i),
    ],
  },
  teams: {
    host: /^(?:[\w-]+\.)*teams\.(?:microsoft\.(?:com|us)|live\.com|cloud\.microsoft)$|^dialin\.teams\.microsoft\.com$/,
    rules: [
      rule('host', /^\/meetingOptions\b/i),
      rule('dial-in', /^\/(?:[\da-f-]{36}\?id=|usp\/pstnconferencing)/i),
      rule('registration', /^\/(?:registration|event)\//i),
      rule('recording', /^\/l\/meetingrecap\b/i),
      rule('room', /(?:^|[#?&/]|url=)\/?(?:_#\/)?l\/meetup-join\/([^/?&]+)/i),
      rule('room', /^\/(?:v2\/)?meet\/(\d+)/i),
      rule('room', /^\/(?:v2\/)?meet\/([\w-]+)/i),
    ],
  },
  webex: {
    host: /^(?:[\w-]+\.)*webex\.com$/,
    rules: [
      rule('dial-in', /globalcallin|tollfree|\/cmp\d+\/webcomponents\/widget\/globalcallin/i),
      rule('recording', /[?&]RCID=|^\/[^?]*\b(?:recordingservice|lsr\.php|ldr\.php|playback)\b/i),
      rule('registration', /^\/(?:weblink\/)?register\b|\/register\b|[?&]RGID=/i),
      rule('calendar-file', /[?&]MTID=[^&]*&[^?]*\bics\b|\/icsdownload\b|\.ics\b/i),
      rule('host', /^\/[^?]*\b(?:mywebex|meetingcontrol|host)\b/i),
      rule('room', /[?&]MTID=(\w+)/i),
      rule('room', /^\/(?:[\w-]+\/)?(?:meet|join)\/([^/?]+)/i),
      rule('room', /\/(?:joinservice|webappng)\/sites\/[\w.-]+\/meeting\/download\/(\w+)/i),
    ],
  },
  jitsi: {
    host: /^(?:meet\.jit\.si|8x8\.vc|(?:[\w-]+\.)*moderated\.jitsi\.net|framatalk\.org|kmeet\.infomaniak\.com)$/,
    rules: [
      rule('dial-in', /dialInInfo\.html/i),
      rule('page', /^\/(?:static|libs|images|css)\//i),
      // The moderator's link. Guests have https://meet.jit.si/moderated/<the same id>.
      rule('host', /^\/[\da-f]{32,}(?:$|\?)/i),
      rule('room', /^\/([^?]+?)\/?(?:$|\?)/),
    ],
  },
  bigbluebutton: {
    host: /^(?:[\w-]+\.)*bigbluebutton\.org$|^(?:bbb|greenlight)[\w-]*\.[\w.-]+$/,
    rules: [
      rule('recording', /^\/(?:playback|recording|presentation)\b/i),
      rule('host', /^\/bigbluebutton\/api\b/i),
      rule('room', /^\/(?:gl|b|rooms)\/([\w-]+)/i),
    ],
  },
  goto: {
    host: /^(?:[\w-]+\.)*(?:gotomeeting\.com|gotomeet\.me|goto\.com|gotowebinar\.com)$/,
    rules: [
      rule('recording', /^\/(?:recording|view|[^?]*transcript)/i),
      rule('registration', /^\/(?:register|rt)\//i),
      rule('calendar-file', /^\/[^?]*(?:icsCalendar|\.ics)\b/i),
      rule('host', /^\/(?:host|start|console)\b/i),
      rule('page', /^\/(?:install|meeting\/?$|system-check|features|support|help)/i),
      rule('room', /^\/(?:join|meeting(?:\/join)?)\/([\w-]+)/i),
      rule('room', /^\/(\d{9}|[\w-]{3,})\/?(?:$|\?)/i),
    ],
  },
  whereby: {
    host: /^(?:[\w-]+\.)*whereby\.com$/,
    rules: [
      rule('host', /[?&]roomKey=/i),
      rule('page', /^\/(?:user|information|blog|org|signup|login)\b/i),
      rule('room', /^\/([\w-]+)\/?(?:$|\?)/i),
    ],
  },
  discord: {
    host: /^(?:discord\.gg|(?:[\w-]+\.)*discord(?:app)?\.com)$/,
    caseSensitive: true,
    rules: [
      rule('room', /^\/channels\/(\d+\/\d+)/),
      rule('room', /^\/events\/(\d+\/\d+)/),
      rule('room', /^\/(?:invite\/)?([\w-]{2,})\/?(?:$|\?)/),
    ],
  },
  youtube: {
    host: /^(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/,
    caseSensitive: true,
    rules: [
      rule('stream', /^\/live\/([\w-]{11})/),
      rule('stream', /^\/((?:@[^/?]+|c\/[^/?]+|channel\/[^/?]+)\/live)\b/),
      rule('recording', /^\/(?:watch|embed|playlist|shorts|v)\b/),
      rule('recording', /^\/[\w-]{11}(?:$|\?)/),
      rule('list', /^\/(?:@|c\/|channel\/|user\/)/),
    ],
  },
  gather: {
    host: /^(?:app\.)?gather\.town$/,
    rules: [rule('room', /^\/(?:app|i)\/([^?]+?)\/?(?:$|\?)/)],
    caseSensitive: true,
  },
  ringcentral: {
    host: /^(?:v|meetings|video)\.ringcentral\.com$/,
    rules: [rule('dial-in', /^\/teleconference\b/i), rule('room', /^\/(?:join|j)\/(\d+)/i)],
  },
  chime: {
    host: /^chime\.aws$/,
    rules: [rule('dial-in', /^\/dialinnumbers\b/i), rule('room', /^\/([\w-]+)\/?(?:$|\?)/i)],
  },
  bluejeans: {
    host: /^(?:[\w-]+\.)*bluejeans\.com$/,
    rules: [
      rule('dial-in', /^\/(?:numbers|premium-numbers)\b/i),
      rule('recording', /^\/(?:playback|s)\//i),
      rule('room', /^\/(?:join\/|meet\/)?(\d{6,}(?:\/\d+)?)/i),
    ],
  },
  slack: {
    host: /^app\.slack\.com$/,
    rules: [rule('room', /^\/huddle\/(\w+\/\w+)/i)],
  },
  skype: {
    host: /^(?:join\.skype\.com|meet\.lync\.com)$/,
    rules: [rule('room', /^\/([^?]+?)\/?(?:$|\?)/)],
    caseSensitive: true,
  },
} as const satisfies Record<string, Provider>

/** The name of a meeting provider. */
export type ProviderName = keyof typeof providers

/** Returns the provider that uses a host name, in lower case and without `www.`. */
export function providerOf(host: string): {name: ProviderName; provider: Provider} | undefined {
  for (const name of providerNames) {
    if (providers[name].host.test(host)) return {name, provider: providers[name]}
  }
  return undefined
}

function isProviderName(name: string): name is ProviderName {
  return name in providers
}

const providerNames = Object.keys(providers).filter(isProviderName)
