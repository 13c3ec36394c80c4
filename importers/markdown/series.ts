import {type Collector, reference, slug} from './collector.ts'

/** Regions that communities name on their pages. An editor defines them in the community document. */
const knownRegions = ['APAC', 'EMEA', 'AMER', 'LATAM', 'MENA'] as const

/** Returns the regions in a text, always in the same order: "EMEA & APAC" is the slot "APAC & EMEA". */
export function regionsIn(text: string): string[] {
  return knownRegions.filter((each) => new RegExp(String.raw`\b${each}\b`, 'i').test(text))
}

interface SeriesFields extends Record<string, unknown> {
  title: string
  /** `standing`: each date takes place unless it is canceled. `scheduled`: each session needs a record. */
  meets: 'standing' | 'scheduled'
}

/** Adds a series of the community, or of a group. Returns its id. Its audience is set by `Audiences`. */
export function addSeries(
  {title, ...fields}: SeriesFields,
  line: number,
  out: Collector,
  group?: {id: string; title: string},
): string {
  // Two groups can both have a weekly call.
  const name = group && !title.startsWith(group.title) ? `${group.title} ${title}` : title
  const own = group && reference(group.id)
  return out.add(
    'series',
    name,
    {title, slug: slug(name), group: own, lifecycle: 'active', ...fields},
    line,
  )
}

/** Adds the series of touchpoints for these regions, or for all without one. Returns its id. */
export function addSlotSeries(
  regions: readonly string[],
  line: number,
  out: Collector,
  more: Record<string, unknown> = {},
): string {
  const title = regions.length > 0 ? `${regions.join(' & ')} touchpoints` : 'Touchpoints'
  // The id comes from the regions, so that sessions of an agenda find the series of a list.
  return out.add(
    'series',
    title,
    {
      title,
      slug: slug(title),
      meets: 'scheduled',
      lifecycle: 'active',
      regions: regions.length > 0 ? regions : undefined,
      ...more,
    },
    line,
  )
}
