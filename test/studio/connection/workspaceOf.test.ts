import {expect, it} from 'vitest'

import {apiVersion} from '../../../schemas/defaults.ts'
import {readConnection} from '../../../studio/connection/readConnection.ts'
import {workspaceOf} from '../../../studio/connection/workspaceOf.ts'

/** Returns the address that a Studio of a lake requests. */
function addressOf(apiHost: string): string | undefined {
  const connection = readConnection({
    SANITY_STUDIO_PROJECT_ID: 'meetings',
    SANITY_STUDIO_DATASET: 'production',
    SANITY_STUDIO_API_HOST: apiHost,
  })
  const {projectId, dataset, unstable_clientFactory: createClient} = workspaceOf(connection)
  return createClient?.({
    projectId,
    dataset,
    apiHost,
    apiVersion,
    useCdn: false,
  }).getUrl('/users/me')
}

it('requests a lake of your own server at its own name, because the server has no name for the project', () => {
  expect(addressOf('https://studio.example.org')).toBe(
    `https://studio.example.org/v${apiVersion}/users/me`,
  )
})

it('requests a lake of this machine at the name of the project, which gives it connections of its own', () => {
  expect(addressOf('http://localhost:3900')).toBe(
    `http://meetings.localhost:3900/v${apiVersion}/users/me`,
  )
})
