import {createClient, type SanityClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'

import {readSettings} from './dev/settings.ts'
import type {Shell} from './shell.ts'

/**
 * Creates a client for the Content Lake on this machine, or for the hosted service when
 * SANITY_STUDIO_PROJECT_ID is set and SANITY_API_HOST is not.
 *
 * @param token - name of the variable with the token that the command requires.
 * @throws CliError that names an invalid variable
 */
export function contentLakeClient(
  {env, folder}: Pick<Shell, 'env' | 'folder'>,
  token: 'SANITY_API_READ_TOKEN' | 'SANITY_API_WRITE_TOKEN',
): SanityClient {
  const {projectId, dataset, ports} = readSettings(env, folder)
  const isHosted = env['SANITY_STUDIO_PROJECT_ID'] && !env['SANITY_API_HOST']
  const apiHost = env['SANITY_API_HOST'] || `http://127.0.0.1:${ports.lake}`
  // The importer rejects a client without a token. The lake on this machine requires none.
  const tokenValue = env[token] || (token === 'SANITY_API_WRITE_TOKEN' && !isHosted ? 'none' : '')
  return createClient({
    projectId,
    dataset,
    apiVersion,
    useCdn: false,
    ...(tokenValue && {token: tokenValue}),
    ...(!isHosted && {apiHost, useProjectHostname: false}),
  })
}
