import {createClient} from '@sanity/client'
import type {ClientConfig} from '@sanity/client'
import type {WorkspaceOptions} from 'sanity'

import {isLoopback} from './isLoopback.ts'
import type {Connection} from './readConnection.ts'

type WorkspaceConnection = Pick<WorkspaceOptions, 'projectId' | 'dataset'> &
  Partial<WorkspaceOptions>

/**
 * Returns the workspace options for a connection.
 *
 * For the hosted service, these are the project id and the dataset. A local Content Lake has comments, tasks
 * and scheduled drafts too. It has no media library, announcements or requests for access, so the options
 * disable them. They also disable the older scheduled publishing, because it adds a second tool for what
 * scheduled drafts do.
 *
 * @example defineConfig({...workspaceOf(connection), schema: {types: schemaTypes}})
 */
export function workspaceOf(connection: Connection): WorkspaceConnection {
  const {projectId, dataset} = connection
  if (connection.kind === 'hosted') return {projectId, dataset}
  return {
    projectId,
    dataset,
    apiHost: connection.apiHost,
    // Names below `localhost` exist, but a server has one name.
    ...(!isLoopback(connection.apiHost) && {unstable_clientFactory: clientOfOneName}),
    // Shows which documents were added to a release and removed from it.
    beta: {eventsAPI: {releases: true}},
    announcements: {enabled: false},
    mediaLibrary: {enabled: false},
    scheduledPublishing: {enabled: false, inputDateTimeFormat: 'dd/MM/yyyy HH:mm'},
    document: {askToEdit: {enabled: false}},
  }
}

/** Creates a client that does not put the project in front of the host. */
function clientOfOneName(config: ClientConfig) {
  return createClient({...config, useProjectHostname: false})
}
