import type {Shell} from '../shell.ts'
import {localProjectId, type Settings} from './settings.ts'

/**
 * Returns what to print where the variables of a project name a Content Lake elsewhere, because `touchpoints dev` uses
 * the one of this folder. Undefined if they name none.
 */
export function localLakeNote(
  env: Shell['env'],
  {ports}: Pick<Settings, 'ports'>,
): string | undefined {
  const remote = env['SANITY_API_HOST']
  if (remote) {
    if (isThisMachine(remote, ports.lake)) return undefined
    return `Content Lake: the one of this folder, and not the one at SANITY_API_HOST (${remote}). The other commands use that one.`
  }
  const projectId = env['SANITY_STUDIO_PROJECT_ID']
  if (!projectId || projectId === localProjectId) return undefined
  return `Content Lake: the one of this folder, and not the hosted project ${projectId} of SANITY_STUDIO_PROJECT_ID. To edit that one, run \`npx sanity dev\`. The other commands use it.`
}

function isThisMachine(address: string, port: number): boolean {
  const url = URL.parse(address)
  return url?.port === String(port) && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
}
