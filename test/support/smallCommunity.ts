/** A meetings page with two sections, and a community in Los Angeles. */
const common = [
  {
    _id: 'community',
    _type: 'community',
    name: 'Harbor Readers',
    shortName: 'Harbor',
    timeZone: 'America/Los_Angeles',
    languages: ['en', 'ar'],
  },
  {
    _id: 'meetingsPage',
    _type: 'meetingsPage',
    title: 'Meetings',
    path: '/community/meetings/',
    sections: [
      {_type: 'pageSection', _key: 'sessions', kind: 'touchpoints', heading: 'Sessions'},
      {_type: 'pageSection', _key: 'calendar', kind: 'calendar', heading: 'Calendar'},
    ],
  },
  {
    _id: 'series-talks',
    _type: 'series',
    title: 'Talks',
    slug: {_type: 'slug', current: 'talks'},
    meets: 'scheduled',
    lifecycle: 'active',
    audience: 'everyone',
    minutes: 60,
  },
]

/** A session of the small community. */
export interface SmallSession {
  slug: string
  title: string
  /** UTC instant. */
  start: string
  minutes: number
}

/** Returns a community with one series, no groups and a few sessions, as a file to import. */
export function smallCommunity(sessions: readonly SmallSession[]): {file: string; text: string}[] {
  const touchpoints = sessions.map(({slug, title, start, minutes}) => ({
    _id: `touchpoint-${slug}`,
    _type: 'touchpoint',
    title,
    slug: {_type: 'slug', current: slug},
    series: {_type: 'reference', _ref: 'series-talks'},
    schedule: {_type: 'schedule', start, timeZone: 'America/Los_Angeles', minutes},
    status: 'confirmed',
    audience: 'everyone',
    links: {_type: 'touchpointLinks', join: 'https://meet.example.org/talks'},
  }))
  const text = [...common, ...touchpoints].map((each) => JSON.stringify(each)).join('\n')
  return [{file: 'small.ndjson', text}]
}
