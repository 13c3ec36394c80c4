import {createClient} from '@sanity/client'
import type {ClientConfig} from '@sanity/client'
import type {WorkspaceOptions} from 'sanity'

import type {Connection} from './readConnection.ts'
import {shardEventStreams} from './shardEventStreams.ts'

type WorkspaceConnection = Pick<WorkspaceOptions, 'projectId' | 'dataset'> &
  Partial<WorkspaceOptions>

/**
 * What a workspace needs to know of where its content lives.
 *
 * On the hosted service nothing is changed. The embedded lake has no schedules, tasks, comments,
 * media library or announcements: whatever it lacks the Studio does not show.
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
    // The default strategy asks for text::query, which the lake's GROQ does not have.
    search: {strategy: 'groqLegacy'},
    // The activity of a release, with what was added to it and taken out.
    beta: {eventsAPI: {releases: true}},
    announcements: {enabled: false},
    mediaLibrary: {enabled: false},
    scheduledDrafts: {enabled: false},
    scheduledPublishing: {enabled: false, inputDateTimeFormat: 'dd/MM/yyyy HH:mm'},
    tasks: {enabled: false},
    document: {comments: {enabled: false}, askToEdit: {enabled: false}},
  }
}

// One for all clients: each keeps count of the host names it gave out.
const localFetch = shardEventStreams((input, init) => globalThis.fetch(input, init))
// And one function, not one a client: clients share a stream when theirs is the same.
const resolveFetch = () => localFetch

function localClient(config: ClientConfig) {
  return createClient({...config, resolveFetch})
}
