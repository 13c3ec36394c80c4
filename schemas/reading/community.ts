import * as z from 'zod/mini'

import type {SingletonTypeName} from '../registry/documentTypes.ts'
import type {DocumentQuery} from '../rules/finding.ts'
import {languageTag, regionCode, timeZone, wallTime} from '../scalars.ts'
import {itemsOf, stringsIn, type StoredDocument} from './stored.ts'

const communityId = 'community' satisfies SingletonTypeName

/** A region of the community. Sessions of a series for it start between the two local times. */
export interface Region {
  code: string
  timeZone: string
  /** The earliest start, `HH:MM`. */
  from: string
  /** Sessions from this time on are too late, `HH:MM`. */
  to: string
}

/** Hours of a region that does not say its own. */
const wakingHours = {from: '07:00', to: '22:00'} as const

const region = z.object({
  code: regionCode,
  timeZone,
  from: z.optional(z.nullable(wallTime)),
  to: z.optional(z.nullable(wallTime)),
})

/** Selects the community and the documents with these ids. */
export function communityQuery(...ids: (string | undefined)[]): DocumentQuery {
  return {by: 'id', ids: [...ids.filter((id) => id !== undefined), communityId]}
}

/** Returns the community among the documents of a query. Undefined if it is not written yet. */
export function communityAmong(documents: readonly StoredDocument[]): StoredDocument | undefined {
  return documents.find(({_type}) => _type === communityId)
}

/** Returns the complete regions of a community. */
export function regionsOf(community: StoredDocument | undefined): Region[] {
  return itemsOf(community?.['regions']).flatMap(({item}) => {
    const result = z.safeParse(region, item)
    if (!result.success) return []
    const {code, timeZone: zone, from, to} = result.data
    return [{code, timeZone: zone, from: from ?? wakingHours.from, to: to ?? wakingHours.to}]
  })
}

/** Returns the valid languages of a community, the default one first. */
export function languagesOf(community: StoredDocument | undefined): string[] {
  return stringsIn(community?.['languages']).filter((tag) => languageTag.safeParse(tag).success)
}
