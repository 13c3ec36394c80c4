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
 * For the hosted service, these are the project id and the dataset. The local Content Lake has no
 * schedules, tasks, comments, media library or announcements, so the options disable them.
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
    scheduledDrafts: {enabled: false},
    scheduledPublishing: {enabled: false, inputDateTimeFormat: 'dd/MM/yyyy HH:mm'},
    tasks: {enabled: false},
    document: {comments: {enabled: false}, askToEdit: {enabled: false}},
  }
}

/** Creates a client that does not put the project in front of the host. */
function clientOfOneName(config: ClientConfig) {
  return createClient({...config, useProjectHostname: false})
}
