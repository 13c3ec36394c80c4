import type {Person, SeasonSession} from './readSeason.ts'

/** What `clashesOf` needs of an item of the grid. */
export interface ClashItem {
  kind: 'session' | 'open' | 'standing' | 'skipped'
  key: string
  /** UTC instant. */
  start: string
  minutes: number
  people: readonly Person[]
  series?: {title: string; group?: {id: string} | undefined} | undefined
  session?: Pick<SeasonSession, 'title' | 'status'> | undefined
}

/** A meeting at the same time as another one. */
export interface Clash<Item extends ClashItem = ClashItem> {
  other: Item
  /**
   * Why it matters, the strongest reason. `people`: someone takes part in both. `audience`: both are of the
   * same group, or one is for the whole community. `time`: nothing but the time, as in every large community.
   */
  reason: 'people' | 'audience' | 'time'
  /** Who takes part in both. Empty for the other reasons. */
  people: readonly Person[]
}

/**
 * Returns the clashes of each item that overlaps with another one in time, by its key.
 *
 * Dates without a session are compared too, so that an editor sees it before filling them. Canceled sessions, held ones
 * and skipped dates do not clash.
 *
 * @example clashesOf([docs, tests]).get(docs.key)?.[0]?.people // [{id: 'ana', name: 'Ana'}]
 */
export function clashesOf<Item extends ClashItem>(
  items: readonly Item[],
): ReadonlyMap<string, readonly Clash<Item>[]> {
  const meetings = items
    .filter(takesPlace)
    .map((item) => ({item, from: Date.parse(item.start), to: endOf(item)}))
    .toSorted((a, b) => a.from - b.from)
  const clashes = new Map<string, Clash<Item>[]>()
  const add = (item: Item, other: Item) => {
    const its = clashes.get(item.key) ?? []
    clashes.set(item.key, [...its, {other, ...reasonOf(item, other)}])
  }
  let running: typeof meetings = []
  for (const meeting of meetings) {
    running = running.filter(({to}) => to > meeting.from)
    for (const other of running) {
      add(meeting.item, other.item)
      add(other.item, meeting.item)
    }
    running.push(meeting)
  }
  return clashes
}

/** Whether an editor should see the clash at once, and not only in the details. */
export function isSerious({reason}: Pick<Clash, 'reason'>): boolean {
  return reason !== 'time'
}

function takesPlace({kind, session}: ClashItem): boolean {
  return kind !== 'skipped' && session?.status !== 'cancelled' && session?.status !== 'held'
}

function endOf({start, minutes}: ClashItem): number {
  return Date.parse(start) + minutes * 60_000
}

function reasonOf(a: ClashItem, b: ClashItem): Pick<Clash, 'reason' | 'people'> {
  const ids = new Set(b.people.map(({id}) => id))
  const people = a.people.filter(({id}) => ids.has(id))
  if (people.length > 0) return {reason: 'people', people}
  const [own, other] = [a.series?.group?.id, b.series?.group?.id]
  const concernsSame = own === other || own === undefined || other === undefined
  return {reason: concernsSame ? 'audience' : 'time', people: []}
}
