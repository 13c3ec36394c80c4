const day = 86_400_000
/** The last session starts two months after it. */
const today = Date.now()

/**
 * Returns the documents of a community that meets every day. A series has 20 sessions, two of five sessions have a
 * recording, and there is a person for four sessions and a topic for ten.
 */
export function communityOf(sessions: number): object[] {
  const people = Math.ceil(sessions / 4)
  const series = Math.ceil(sessions / 20)
  const topics = Math.ceil(sessions / 10)
  const recordings = Math.floor((sessions * 2) / 5)
  return [
    {
      _id: 'community',
      _type: 'community',
      name: 'Bench',
      timeZone: 'Europe/Madrid',
      languages: ['en'],
    },
    {
      _id: 'meetingsPage',
      _type: 'meetingsPage',
      title: 'Meetings',
      path: '/meetings/',
      sections: [],
    },
    ...many(8, (n) => ({
      ...named('workingGroup', 'group', n),
      title: `Group ${n}`,
      phase: 'active',
    })),
    ...many(series, (n) => ({
      ...named('series', 'series', n),
      title: `Series ${n}`,
      group: ref(`group-${1 + (n % 8)}`),
      meets: 'scheduled',
      lifecycle: 'active',
      audience: 'everyone',
    })),
    ...many(people, (n) => ({...named('guest', 'person', n), name: `Person ${n}`})),
    ...many(sessions, (n) => ({
      ...named('touchpoint', 'session', n),
      title: `Session ${n} about topic ${1 + (n % topics)}`,
      series: ref(`series-${1 + (n % series)}`),
      schedule: {
        start: new Date(today + (60 - n) * day).toISOString(),
        timeZone: 'Europe/Madrid',
        minutes: 60,
      },
      status: n > 60 ? 'held' : 'confirmed',
      summary: 'What we have learned, and what comes next.',
      audience: 'everyone',
      topics: [`Topic ${1 + (n % topics)}`],
      guests: [1, 2].map((of) => ({
        _key: `g${of}`,
        role: 'guest',
        guest: ref(`person-${1 + ((n * of) % people)}`),
      })),
    })),
    ...many(recordings, (n) => ({
      ...named('recording', 'recording', n),
      title: `Recording ${n}`,
      availability: 'published',
      media: {youtubeId: 'Aj84quEIEug'},
      touchpoint: ref(`session-${Math.min(sessions, 60 + n)}`),
    })),
  ]
}

function many<Item>(count: number, of: (number: number) => Item): Item[] {
  return Array.from({length: count}, (_, index) => of(index + 1))
}

function named(_type: string, name: string, number: number) {
  const id = `${name}-${number}`
  return {_id: id, _type, slug: {_type: 'slug', current: id}}
}

function ref(_ref: string) {
  return {_type: 'reference', _ref}
}
