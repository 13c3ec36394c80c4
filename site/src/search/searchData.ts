import * as z from 'zod/mini'

import type {SearchDocument, SearchKind} from './searchDocument.ts'

const texts = z.array(z.string())
const numbers = z.array(z.number())
const lists = z.array(numbers)

/** The documents of one kind, field by field: the texts of a field resemble each other, and compress better together. */
const columns = z.object({
  title: texts,
  slug: texts,
  /** Empty for none. */
  date: texts,
  /** UTC instants. Empty for none. */
  start: texts,
  minutes: numbers,
  /** Position in `names`. */
  zone: numbers,
  /** 1 for recorded, 2 for cancelled, 3 for both. */
  flags: numbers,
  /** Positions in `names`. */
  people: lists,
  topics: lists,
  within: lists,
  text: texts,
})

const kinds = [
  'group',
  'series',
  'person',
  'topic',
  'session',
  'recording',
] as const satisfies SearchKind[]

/** The file that a browser loads: all documents of the search in one language. */
export const searchData = z.object({
  /** Path of the meetings page in this language. The pages of the documents are below it. */
  pagePath: z.string(),
  /** Names of the months, January first. */
  months: texts,
  /** Each name of a person, topic, series, group or organization once. */
  names: texts,
  documents: z.object({
    group: columns,
    series: columns,
    person: columns,
    topic: columns,
    session: columns,
    recording: columns,
  } satisfies Record<SearchKind, typeof columns>),
})
export type SearchData = z.output<typeof searchData>
type Columns = z.output<typeof columns>

/** Writes the documents as the file. `unpackDocuments` returns the same documents in the same order. */
export function packDocuments(
  documents: readonly SearchDocument[],
  {pagePath, months}: Pick<SearchData, 'pagePath' | 'months'>,
): SearchData {
  const names = new Map<string, number>()
  const number = (name: string) => {
    const known = names.get(name) ?? names.size
    names.set(name, known)
    return known
  }
  const numbersOf = (list: readonly string[]) => list.map(number)
  const pack = (kind: SearchKind): Columns => {
    const own = documents.filter((document) => document.kind === kind)
    return {
      title: own.map(({title}) => title),
      slug: own.map(({slug}) => slug),
      date: own.map(({date = ''}) => date),
      start: own.map(({schedule}) => schedule?.start ?? ''),
      minutes: own.map(({schedule}) => (schedule ? minutesOf(schedule) : 0)),
      zone: own.map(({schedule}) => (schedule ? number(schedule.timeZone) : 0)),
      flags: own.map(({isRecorded, isCancelled}) => Number(isRecorded) + 2 * Number(isCancelled)),
      people: own.map(({people}) => numbersOf(people)),
      topics: own.map(({topics}) => numbersOf(topics)),
      within: own.map(({within}) => numbersOf(within)),
      text: own.map(({text}) => text),
    }
  }
  const packed = {
    group: pack('group'),
    series: pack('series'),
    person: pack('person'),
    topic: pack('topic'),
    session: pack('session'),
    recording: pack('recording'),
  }
  return {pagePath, months, names: [...names.keys()], documents: packed}
}

/** Reads the documents of the file. */
export function unpackDocuments({names, documents}: SearchData): SearchDocument[] {
  const namesOf = (list: readonly number[] = []) => list.map((index) => names[index] ?? '')
  return kinds.flatMap((kind) => {
    const {title, slug, date, start, minutes, zone, flags, people, topics, within, text} =
      documents[kind]
    return title.map((each, index) => {
      const flag = flags[index] ?? 0
      return {
        kind,
        title: each,
        slug: slug[index] ?? '',
        ...(date[index] && {date: date[index]}),
        ...(start[index] && {
          schedule: {
            start: start[index],
            end: endOf(start[index], minutes[index] ?? 0),
            timeZone: names[zone[index] ?? 0] ?? 'UTC',
          },
        }),
        isRecorded: (flag & 1) > 0,
        isCancelled: (flag & 2) > 0,
        people: namesOf(people[index]),
        topics: namesOf(topics[index]),
        within: namesOf(within[index]),
        text: text[index] ?? '',
      }
    })
  })
}

function minutesOf({start, end}: NonNullable<SearchDocument['schedule']>): number {
  return (Date.parse(end) - Date.parse(start)) / 60_000
}

function endOf(start: string, minutes: number): string {
  return `${new Date(Date.parse(start) + minutes * 60_000).toISOString().slice(0, 19)}Z`
}
