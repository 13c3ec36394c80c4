import type {Problem} from '../../problems.ts'

/** A problem as a line of a build's log. */
export function problemLine(problem: Problem): string {
  if (problem.kind !== 'document') return problem.message
  const {documentType, documentId, message, studioUrl} = problem
  return `${documentType} ${documentId}: ${message}${studioUrl ? ` ${studioUrl}` : ''}`
}
