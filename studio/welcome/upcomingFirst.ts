import type {WelcomeSession} from './welcomeFacts.ts'

/**
 * Sorts sessions: the next one first, then those that are past, the latest first, then those without a date.
 *
 * @param now - UTC instant
 */
export function upcomingFirst(sessions: readonly WelcomeSession[], now: string): WelcomeSession[] {
  const dated = sessions.flatMap((session) =>
    session.start === undefined ? [] : [{session, at: Date.parse(session.start)}],
  )
  const from = Date.parse(now)
  const upcoming = dated.filter(({at}) => at >= from).toSorted((a, b) => a.at - b.at)
  const past = dated.filter(({at}) => !(at >= from)).toSorted((a, b) => b.at - a.at)
  return [
    ...[...upcoming, ...past].map(({session}) => session),
    ...sessions.filter(({start}) => start === undefined),
  ]
}
