import type {WelcomeFacts} from './welcomeFacts.ts'

/** The steps to the first published session, in order. */
export const stepNames = ['community', 'series', 'calendars', 'bring', 'session', 'see'] as const
export type StepName = (typeof stepNames)[number]

/** Steps that a first session does not need. */
const optional: ReadonlySet<StepName> = new Set(['series', 'calendars', 'bring'])

export interface WelcomeStep {
  name: StepName
  /** "waiting" needs an earlier step first. */
  state: 'done' | 'todo' | 'waiting'
  isOptional: boolean
}

/** Returns the steps with their states, from the documents. */
export function welcomeSteps(facts: WelcomeFacts): WelcomeStep[] {
  return stepNames.map((name) => ({
    name,
    state: stateOf(name, facts),
    isOptional: optional.has(name),
  }))
}

/** Returns the first step that the first session needs and that is not done. The last one is never done. */
export function nextStep(facts: WelcomeFacts): StepName {
  const next = welcomeSteps(facts).find(({state, isOptional}) => state === 'todo' && !isOptional)
  return next?.name ?? 'see'
}

/** Returns whether a step can be opened. */
export function canOpen(name: StepName, facts: WelcomeFacts): boolean {
  return stateOf(name, facts) !== 'waiting'
}

function stateOf(name: StepName, facts: WelcomeFacts): WelcomeStep['state'] {
  const {community, series, calendars, published} = facts
  const hasCommunity = community?.name !== undefined && community.timeZone !== undefined
  // Times and texts of the other documents follow from the community.
  if (name !== 'community' && name !== 'bring' && name !== 'see' && !hasCommunity) return 'waiting'
  const isDone = {
    community: hasCommunity,
    series: series.length > 0,
    calendars: calendars.length > 0,
    // A command on another screen. Its sessions are drafts in the next step.
    bring: false,
    session: published !== undefined,
    see: false,
  } as const satisfies Record<StepName, boolean>
  if (name === 'see' && published === undefined) return 'waiting'
  return isDone[name] ? 'done' : 'todo'
}
