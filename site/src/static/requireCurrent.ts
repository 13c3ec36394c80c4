import {readEnvironment} from '../environment.ts'
import {isStatic} from '../output.ts'
import {BuildError} from './BuildError.ts'

/**
 * Ends a static build that cannot read its content. The server has visitors to answer, and so it shows an earlier
 * copy or the reason.
 *
 * @param reason - what the loader reports
 */
export function requireCurrent(reason: string): void {
  if (isStatic) throw unreachableLake(reason)
}

/** Ends a static build that got an earlier copy of its content. */
export function requireFresh({since}: {since: string}): void {
  requireCurrent(`The last copy of its content is from ${since}.`)
}

/** Returns the error of a build without a Content Lake. */
export function unreachableLake(reason: string): BuildError {
  const {apiHost, projectId, dataset} = readEnvironment()
  const lake = apiHost ?? `of the project ${projectId}, dataset ${dataset},`
  return new BuildError(
    `The Content Lake ${lake} did not answer: ${reason} Start it, or correct SANITY_API_HOST, SANITY_STUDIO_PROJECT_ID and SANITY_STUDIO_DATASET, and build again.`,
  )
}
