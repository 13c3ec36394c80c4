import type {SanityClient} from '@sanity/client'

import {touchpointWithinTheHour} from '../../test/support/touchpointWithinTheHour.ts'

/** Stores the touchpoint that the benchmark edits. */
export async function nextTouchpoint(lake: SanityClient): Promise<{id: string; title: string}> {
  const id = 'measured'
  const title = 'Measured'
  await lake.createOrReplace({...(await touchpointWithinTheHour(lake, id, title)), _id: id})
  return {id, title}
}
