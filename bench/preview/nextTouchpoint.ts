import type {SanityClient} from '@sanity/client'

import {touchpointWithinTheHour} from '../../test/support/touchpointWithinTheHour.ts'

/** The touchpoint that is measured, stored. */
export async function nextTouchpoint(lake: SanityClient): Promise<{id: string; title: string}> {
  const id = 'measured'
  const title = 'Measured'
  await lake.createOrReplace({...(await touchpointWithinTheHour(lake, id, title)), _id: id})
  return {id, title}
}
