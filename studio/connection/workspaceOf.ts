import {createClient} from '@sanity/client'
import type {ClientConfig} from '@sanity/client'
import type {WorkspaceOptions} from 'sanity'

import {isLoopback} from './isLoopback.ts'
import type {Connection} from './readConnection.ts'
import {shardEventStreams} from './shardEventStreams.ts'

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
    unstable_clientFactory: localClient,
    // The default strategy uses text::query, which the local Content Lake does not support.
    search: {strategy: 'groqLegacy'},
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

// Shared by all clients, because it counts the host names it has used.
const localFetch = shardEventStreams((input, init) => globalThis.fetch(input, init))
// Also one function for all clients, because clients share a stream only if it is the same function.
const resolveFetch = () => localFetch

function localClient(config: ClientConfig) {
  const {apiHost} = config
  // The client puts the project in front of the host. Names below `localhost` exist, but a server has one name.
  const useProjectHostname = apiHost === undefined || isLoopback(apiHost)
  return createClient({...config, ...(!useProjectHostname && {useProjectHostname}), resolveFetch})
}
