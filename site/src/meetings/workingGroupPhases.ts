import type {WorkingGroup} from './pageContent.ts'

export type Phase = WorkingGroup['phase']

const order = ['active', 'forming', 'maintenance', 'archived'] as const satisfies Phase[]

const names = {
  active: 'Active',
  forming: 'Forming',
  maintenance: 'In maintenance',
  archived: 'Archived',
} as const satisfies Record<Phase, string>

/** The working groups of one phase. */
export interface PhaseGroup {
  phase: Phase
  title: string
  groups: WorkingGroup[]
}

/** Groups working groups by phase, the most active phase first. Phases without groups are absent. */
export function workingGroupPhases(groups: readonly WorkingGroup[]): PhaseGroup[] {
  return order
    .map((phase) => ({
      phase,
      title: names[phase],
      groups: groups.filter((group) => group.phase === phase),
    }))
    .filter((each) => each.groups.length > 0)
}

/** Writes the number of groups in each phase. @example countSentence(phases) // '3 active, 1 in maintenance' */
export function countSentence(phases: readonly PhaseGroup[]): string {
  return phases.map(({groups, title}) => `${groups.length} ${title.toLowerCase()}`).join(', ')
}
