import type {Shell} from '../shell.ts'

/**
 * Returns what to print where the variables of a project name a Content Lake elsewhere, because `touchpoints dev` uses
 * the one of this folder. Undefined if they name none.
 *
 * @example localLakeNote({SANITY_STUDIO_PROJECT_ID: 'abc123de'})
 */
export function localLakeNote(env: Shell['env']): string | undefined {
  const remote = env['SANITY_API_HOST']
  if (remote) {
    return `Content Lake: the one of this folder, and not the one at SANITY_API_HOST (${remote}). The other commands use that one.`
  }
  const projectId = env['SANITY_STUDIO_PROJECT_ID']
  if (!projectId) return undefined
  return `Content Lake: the one of this folder, and not the hosted project ${projectId} of SANITY_STUDIO_PROJECT_ID. To edit that one, run \`npx sanity dev\`. The other commands use it.`
}
