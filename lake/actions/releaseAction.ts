import * as z from 'zod'
import {parseInstant} from '../instant.ts'
import {patchOperations, type PatchOperations} from '../mutations/mutation.ts'

const release = <Name extends string>(name: Name) =>
  z.literal<`sanity.action.release.${Name}`>(`sanity.action.release.${name}`)
const releaseId = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/)

/** A patch may edit only the metadata. Other actions change the state. */
const metadataPatch = patchOperations.refine(
  (patch) => pathsOf(patch).every((path) => /^metadata(?![A-Za-z0-9_])/.test(path)),
  'can only change the metadata of a release',
)

function pathsOf(patch: PatchOperations): string[] {
  const {set, setIfMissing, unset = [], inc, dec, insert, diffMatchPatch} = patch
  const {items: _items, ...position} = insert ?? {items: []}
  const maps = [set, setIfMissing, inc, dec, diffMatchPatch]
  return [
    ...maps.flatMap((map) => Object.keys(map ?? {})),
    ...unset,
    ...Object.values(position).map(String),
  ]
}

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
