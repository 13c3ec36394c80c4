import type {StoredDocument} from '@touchpoints/schemas/reading'

/** Where changes are written: drafts, or the versions of one release. */
export type Target = {kind: 'drafts'} | {kind: 'release'; id: string; title: string}

/** The change of one document. */
export interface Step {
  /** Id of the published document. */
  id: string
  /** The dates that the step changes, for the editor. */
  names: readonly string[]
  write: Write
}

/** `missing`: the document was deleted after it was read. */
export type Write = {kind: 'create'; document: StoredDocument} | PatchWrite | {kind: 'missing'}

export interface PatchWrite {
  kind: 'patch'
  /** Id of the draft or the version. */
  id: string
  /** The revision that was read. Another one means that somebody changed the document since. */
  revision: string
  /** Values by path. */
  set: Readonly<Record<string, unknown>>
  /** The values before, by path. Undefined for those that were not stored. */
  before: Readonly<Record<string, unknown>>
}

/** A stored form of a document. */
export interface Base {
  document: StoredDocument
  /** Whether it is the draft or the version that is written. */
  isTarget: boolean
}

/** @example targetId('session-1', {kind: 'release', id: 'rAutumn', title: 'Autumn'}) // 'versions.rAutumn.session-1' */
export function targetId(id: string, target: Target): string {
  return target.kind === 'drafts' ? `drafts.${id}` : `versions.${target.id}.${id}`
}

/** Returns the form that an editor sees in the target: its own, then the draft, then the published one. */
export function baseOf(
  id: string,
  documents: ReadonlyMap<string, StoredDocument>,
  target: Target,
): Base | undefined {
  const own = targetId(id, target)
  const document = [own, `drafts.${id}`, id]
    .map((each) => documents.get(each))
    .find((each) => each !== undefined)
  return document && {document, isTarget: document._id === own}
}
