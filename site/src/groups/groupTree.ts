import type {WorkingGroup} from '../meetings/pageContent.ts'

export type Phase = WorkingGroup['phase']

/** The most active phase first. */
const phases = [
  'active',
  'incubating',
  'forming',
  'maintenance',
  'paused',
  'archived',
] as const satisfies Phase[]

/** A group with the groups that belong to it. */
export interface GroupNode {
  group: WorkingGroup
  children: GroupNode[]
}

/** The groups of one kind. */
export interface KindOfGroups {
  /** The community's own word, such as SIG. Null for groups without one. */
  kind: string | null
  nodes: GroupNode[]
}

export interface GroupTree {
  /** By the name of the kind. Groups without a kind come last. */
  kinds: KindOfGroups[]
  /** Groups that have ended their work. They are not in `kinds`. */
  archived: WorkingGroup[]
  /** Number of groups in each phase. Phases without groups are absent. */
  counts: {phase: Phase; count: number}[]
}

/**
 * Arranges groups by kind, with each group below its parent, also when that is of another kind. The most
 * active groups come first, then by title.
 *
 * A parent that is archived, missing or one of the group's own children counts as absent.
 */
export function groupTree(groups: readonly WorkingGroup[], language: string): GroupTree {
  const current = groups.filter(({phase}) => phase !== 'archived').toSorted(byPhase(language))
  const parents = parentsOf(current)
  const nodesBelow = (parent: string | undefined): GroupNode[] =>
    current
      .filter(({_id}) => parents.get(_id) === parent)
      .map((group) => ({group, children: nodesBelow(group._id)}))
  const kinds = Map.groupBy(nodesBelow(undefined), ({group}) => group.kind)
  return {
    kinds: [...kinds].map(([kind, nodes]) => ({kind, nodes})).toSorted(byKind(language)),
    archived: groups
      .filter(({phase}) => phase === 'archived')
      .toSorted((a, b) => a.title.localeCompare(b.title, language)),
    counts: phases.flatMap((phase) => {
      const count = groups.filter((group) => group.phase === phase).length
      return count > 0 ? [{phase, count}] : []
    }),
  }
}

/** Returns the parent of each group that has one. A circle is cut, so that each of its groups is shown. */
function parentsOf(groups: readonly WorkingGroup[]): Map<string, string> {
  const ids = new Set(groups.map(({_id}) => _id))
  const parents = new Map<string, string>()
  for (const {_id, parent} of groups) {
    if (!parent || !ids.has(parent._id)) continue
    if (!isAbove(_id, parent._id, parents)) parents.set(_id, parent._id)
  }
  return parents
}

function isAbove(group: string, start: string, parents: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = start; at !== undefined; at = parents.get(at)) {
    if (at === group) return true
  }
  return false
}

function byPhase(language: string) {
  return (a: WorkingGroup, b: WorkingGroup): number =>
    phases.indexOf(a.phase) - phases.indexOf(b.phase) || a.title.localeCompare(b.title, language)
}

function byKind(language: string) {
  return (a: KindOfGroups, b: KindOfGroups): number => {
    if (a.kind === null || b.kind === null) return Number(a.kind === null) - Number(b.kind === null)
    return a.kind.localeCompare(b.kind, language)
  }
}
