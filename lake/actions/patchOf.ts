import {patchOperations, type PatchOperations} from '../mutations/mutation.ts'

/** Returns the format of a patch that changes only these attributes. */
export function patchOf(attributes: readonly string[], document: string) {
  const allowed = new RegExp(`^(?:${attributes.join('|')})(?![A-Za-z0-9_])`)
  return patchOperations.refine(
    (patch) => pathsOf(patch).every((path) => allowed.test(path)),
    `can only change ${attributes.join(', ')} of ${document}`,
  )
}

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
