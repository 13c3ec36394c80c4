import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import type {Guest, Recording, Touchpoint} from '../../loaders/index.ts'
import type {SearchContent} from '../../site/src/search/searchDocuments.ts'
import {group, series, session} from '../site/fakes.ts'
import {root} from './workspaces.ts'

/** Source of the texts: the documentation, because random letters and repeated sentences compress differently. */
const pages = globSync('docs/*.md', {cwd: root}).toSorted()

const updatedAt = '2026-01-01T00:00:00Z'

/**
 * Returns the content of a community with many sessions, the same at each call: a session a week in several
 * series, one or two guests, a summary of one or two sentences for most, a recording of two in three.
 */
export function largeCommunity(count: number): SearchContent {
  const random = randomNumbers(7)
  const words = prose()
  const pick = <Value>(list: readonly Value[], fallback: Value): Value =>
    list[Math.floor(random() * list.length)] ?? fallback
  const phrase = (from: number, to: number) => {
    const at = Math.floor(random() * (words.length - to))
    const text = words.slice(at, at + from + Math.floor(random() * (to - from))).join(' ')
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  const shuffled = (from: number, to: number) =>
    Array.from({length: from + Math.floor(random() * (to - from))}, () => pick(words, '')).join(' ')

  const allSeries = Array.from({length: 40}, (_, n) =>
    series(`series-${n}`, {title: phrase(2, 4), slug: `series-${n}`, description: phrase(10, 25)}),
  )
  const groups = Array.from({length: 30}, (_, n) =>
    group(`group-${n}`, {title: phrase(2, 4), slug: `group-${n}`, description: phrase(15, 30)}),
  )
  const topics = Array.from({length: 60}, () => phrase(1, 3))
  const named = topics.map((name) => ({name, slug: name.toLowerCase().replaceAll(' ', '-')}))
  const guests = Array.from({length: Math.ceil(count / 3)}, (_, n) =>
    guestOf(n, `${nameOf(random)} ${nameOf(random)}`, phrase(2, 4), phrase(1, 3)),
  )
  const sessions = Array.from({length: count}, (_, n) => {
    const title = shuffled(4, 9)
    const start = new Date(Date.UTC(2026, 11, 20, 8 + (n % 10)) - n * 2.4 * 86_400_000)
    const date = start.toISOString().slice(0, 10)
    const slug = `${date}-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 60)
    const people = Array.from({length: 1 + (n % 2)}, () => pick(guests, guests[0]))
    return session(`${start.toISOString().slice(0, 19)}Z`, pick(allSeries, series('other')), {
      _id: `session-${n}`,
      title,
      slug,
      summary: n % 3 > 0 ? `${phrase(8, 22)}. ${shuffled(6, 16)}.` : null,
      topics: Array.from({length: n % 3}, () => pick(topics, '')),
      guests: people.flatMap((guest) => (guest ? {role: 'guest' as const, guest} : [])),
    })
  })
  const recordings = sessions.filter((_, n) => n % 3 > 0).map(recordingOf)
  return {sessions, series: allSeries, groups, guests, recordings, topics: named}
}

function guestOf(n: number, name: string, role: string, organization: string): Guest {
  const slug = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${n}`
  return {
    _id: `guest-${n}`,
    _type: 'guest',
    updatedAt,
    name,
    slug,
    role,
    organization: {
      _id: organization,
      _type: 'organization',
      updatedAt,
      name: organization,
      kind: null,
      slug,
      url: null,
      logo: null,
    },
    kind: null,
    bio: null,
    photo: null,
    links: [],
  }
}

function recordingOf({title, slug, _id, schedule}: Touchpoint): Recording {
  return {
    _id: `recording-${_id}`,
    _type: 'recording',
    updatedAt,
    title,
    slug,
    availability: 'published',
    notRecordedReason: null,
    media: null,
    date: null,
    season: null,
    slides: null,
    discussion: null,
    touchpoint: {
      _id,
      _type: 'touchpoint',
      title,
      slug,
      start: schedule.start,
      seriesSlug: '',
      groupSlug: null,
      audience: 'everyone',
    },
  }
}

function prose(): string[] {
  const texts = pages.map((file) => readFileSync(join(root, file), 'utf8'))
  return texts
    .flatMap((text) => text.replaceAll(/```[\s\S]*?```/g, ' ').split(/\s+/))
    .filter((word) => /^[A-Za-z’-]+[,.]?$/.test(word))
    .map((word) => word.replace(/[,.]$/, ''))
}

const syllables = 'an ri mo ta le ki so du ne va jo pe lu mi ha be ro si da el'.split(' ')

function nameOf(random: () => number): string {
  const parts = Array.from(
    {length: 2 + Math.floor(random() * 2)},
    () => syllables[Math.floor(random() * syllables.length)],
  )
  const name = parts.join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Returns a generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
