export interface CorpusDocument {
  _id: string
  _type: string
  [attribute: string]: unknown
}

const words = 'touchpoint agenda minutes guest working group recording series calendar'.split(' ')

/**
 * Returns a community's content, with other documents up to the given total. So a page matches the same
 * documents in a dataset of any size.
 */
export function corpus(size: number): CorpusDocument[] {
  const guests = Array.from({length: 40}, (_, n) => ({
    _id: `guest-${n}`,
    _type: 'guest',
    name: `Guest ${n}`,
    bio: text(n, 60),
  }))
  const touchpoints = Array.from({length: 100}, (_, n) => ({
    _id: `touchpoint-${n}`,
    _type: 'touchpoint',
    title: `Touchpoint ${n}`,
    start: new Date(Date.UTC(2024, 0, 1 + n, 12)).toISOString(),
    summary: text(n, 120),
    guests: [0, 1, 2].map((k) => ({
      _key: `k${k}`,
      role: 'guest',
      guest: {_type: 'reference', _ref: `guest-${(n + k) % 40}`},
    })),
  }))
  const rest = Math.max(size - guests.length - touchpoints.length, 0)
  const others = Array.from({length: rest}, (_, n) => ({
    _id: `note-${n}`,
    _type: `note${n % 20}`,
    title: `Note ${n}`,
    rank: n % 1000,
    body: text(n, 60),
  }))
  return [...guests, ...touchpoints, ...others]
}

function text(seed: number, length: number): string {
  return Array.from({length}, (_, n) => words[(seed * 7 + n * 3) % words.length]).join(' ')
}

export const queries = {
  page: `{
    "upcoming": *[_type == "touchpoint" && start > $now] | order(start asc)[0...10]{
      _id, title, start, summary, "guests": guests[]{role, "name": guest->name}
    },
    "past": *[_type == "touchpoint" && start <= $now] | order(start desc)[0...10]{_id, title, start},
    "guests": *[_type == "guest"] | order(name asc){_id, name, "at": count(*[_type == "touchpoint" && references(^._id)])}
  }`,
  list: '*[_type == "touchpoint"]{_id, title, start}',
  byId: '*[_id == "touchpoint-50"][0]',
  scan: '*[rank == 7 || title == "Touchpoint 3"]{_id, title}',
}

export const params = {now: '2024-02-10T00:00:00.000Z'}
