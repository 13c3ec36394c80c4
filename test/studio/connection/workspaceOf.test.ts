import {expect, it} from 'vitest'

import {apiVersion} from '../../../schemas/defaults.ts'
import {readConnection} from '../../../studio/connection/readConnection.ts'
import {workspaceOf} from '../../../studio/connection/workspaceOf.ts'

/** Returns the options of a Studio with a lake at an address. */
function workspaceAt(apiHost: string) {
  return workspaceOf(
    readConnection({
      SANITY_STUDIO_PROJECT_ID: 'meetings',
      SANITY_STUDIO_DATASET: 'production',
      SANITY_STUDIO_API_HOST: apiHost,
    }),
  )
}

it('requests a lake of your own server at its own name, because the server has no name for the project', () => {
  const apiHost = 'https://studio.example.org'
  const {projectId, dataset, unstable_clientFactory: createClient} = workspaceAt(apiHost)
  const config = {projectId, dataset, apiHost, apiVersion, useCdn: false}
  expect(createClient?.(config).getUrl('/users/me')).toBe(`${apiHost}/v${apiVersion}/users/me`)
})

it('uses the Studio’s own client for a lake of this machine, so that a stock Studio works too', () => {
  const workspace = workspaceAt('http://localhost:3900')
  expect(workspace).not.toHaveProperty('unstable_clientFactory')
  expect(workspace.apiHost).toBe('http://localhost:3900')
})

it('leaves comments, tasks and scheduled drafts as they are by default, because a lake stores them', () => {
  const {tasks, scheduledDrafts, document} = workspaceAt('http://localhost:3900')
  expect([tasks, scheduledDrafts, document?.comments]).toEqual([undefined, undefined, undefined])
})
