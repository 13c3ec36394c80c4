import type {Problem} from './problems.ts'

/**
 * Formats a problem as one line of text, for logs, terminals and error messages. The line says where
 * the problem is, what is wrong and what to do. It ends with a link to the document in the Studio, when
 * the loader has a `studioUrl`.
 *
 * @example problems.forEach((problem) => console.warn(describeProblem(problem)))
 * // touchpoint touchpoint-2024-03-28: "schedule.start" is "next Thursday". Expected a date and time in UTC, …
 */
export function describeProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'document':
    case 'rule': {
      const {documentType, documentId, message, studioUrl} = problem
      return `${documentType} ${documentId}: ${message}${studioUrl ? ` ${studioUrl}` : ''}`
    }
    case 'feed':
    case 'calendar':
      return problem.source ? `${problem.source}: ${problem.message}` : problem.message
    case 'configuration':
    case 'disagreement':
    case 'review':
    case 'stale':
    case 'filter':
      return problem.message
  }
}
