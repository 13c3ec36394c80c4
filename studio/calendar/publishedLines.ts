import type {EditorsEvents} from './readEditorsEvents.ts'

/** The values of one event. */
type Published = NonNullable<EditorsEvents['published']>[string]

/**
 * Returns what visitors get of an event in a project with an extension: its place and the added values, one line
 * for each. Empty without an extension that publishes.
 *
 * @example
 * publishedLines({topics: [], extra: {level: 'beginner'}}) // ['level: beginner']
 */
export function publishedLines(published: Published | undefined): string[] {
  const {location, extra, properties} = published ?? {}
  const place = location === undefined ? {} : {Place: location}
  return [place, extra ?? {}, properties ?? {}]
    .flatMap(Object.entries)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
}
