import {createClient, type SanityClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'

import {readSettings} from './dev/settings.ts'
import type {Shell} from './shell.ts'

/**
 * The Content Lake that a command works on: the one on this machine, or the hosted one when
 * SANITY_STUDIO_PROJECT_ID is set and SANITY_API_HOST is not.
 *
 * @param token - the variable that holds the token for what the command does
 * @throws CliError naming a malformed variable
 */
export function contentLakeClient(
  {env, folder}: Pick<Shell, 'env' | 'folder'>,
  token: 'SANITY_API_READ_TOKEN' | 'SANITY_API_WRITE_TOKEN',
): SanityClient {
  const {projectId, dataset, ports} = readSettings(env, folder)
  const isHosted = env['SANITY_STUDIO_PROJECT_ID'] && !env['SANITY_API_HOST']
  const apiHost = env['SANITY_API_HOST'] || `http://127.0.0.1:${ports.lake}`
  // The importer refuses a client without a token, and the lake on this machine asks for none.
  const given = env[token] || (token === 'SANITY_API_WRITE_TOKEN' && !isHosted ? 'none' : '')
  return createClient({
    projectId,
    dataset,
    apiVersion,
    useCdn: false,
    ...(given && {token: given}),
    ...(!isHosted && {apiHost, useProjectHostname: false}),
  })
}
