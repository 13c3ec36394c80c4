import * as z from 'zod'
import {parseInstant} from '../instant.ts'
import {patchOf} from './patchOf.ts'

const release = <Name extends string>(name: Name) =>
  z.literal<`sanity.action.release.${Name}`>(`sanity.action.release.${name}`)
const releaseId = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/)

/** Other actions change the state. */
const metadataPatch = patchOf(['metadata'], 'a release')

/** Formats of the release actions. https://www.sanity.io/docs/http-reference/actions */
export const releaseActions = [
  z.object({
    actionType: release('create'),
    releaseId,
    metadata: z.record(z.string(), z.unknown()).default({}),
  }),
  z.object({actionType: release('edit'), releaseId, patch: metadataPatch}),
  z.object({actionType: release('publish'), releaseId}),
  z.object({
    actionType: release('schedule'),
    releaseId,
    publishAt: z
      .string()
      .refine((text) => parseInstant(text) !== undefined, 'is not an ISO 8601 time'),
  }),
  z.object({actionType: release('unschedule'), releaseId}),
  z.object({actionType: release('archive'), releaseId}),
  z.object({actionType: release('unarchive'), releaseId}),
  z.object({actionType: release('delete'), releaseId}),
] as const

export type ReleaseAction = z.infer<(typeof releaseActions)[number]>
