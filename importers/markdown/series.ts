import {region} from '@touchpoints/schemas/scalars'

import {type Collector, slug} from './collector.ts'

/** Returns the regions in a text, always in the same order: "EMEA & APAC" is the slot "APAC & EMEA". */
export function regionsIn(text: string): string[] {
  return region.options.filter((each) => new RegExp(String.raw`\b${each}\b`, 'i').test(text))
}

/** Adds the series of touchpoints for these regions, or for all without one. Returns its id. */
export function addSlotSeries(
  regions: string[],
  out: Collector,
  more: Record<string, unknown> = {},
): string {
  const title = regions.length > 0 ? `${regions.join(' & ')} touchpoints` : 'Touchpoints'
  return out.add('series', title, {
    title,
    slug: slug(title),
    kind: 'touchpoint',
    regions: regions.length > 0 ? regions : undefined,
    audience: 'everyone',
    minutes: 60,
    ...more,
  })
}
