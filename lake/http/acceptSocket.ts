import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import type {Lake} from '../createLake.ts'
import {type DatasetName, datasetKey} from '../datasets/datasetName.ts'
import type {SocketServer} from '../presence/socketServer.ts'
import {requestError} from './apiError.ts'
import {projectInHost} from './datasetPath.ts'
import {assertAllowed} from './guard.ts'
import {rejectSocket} from './rejectSocket.ts'
import {parseTarget} from './requestTarget.ts'
import type {Visitor} from './visitor.ts'

/**
 * Accepts a WebSocket after the same checks as for HTTP, because any web page can open one to any host.
 *
 * Never throws: an error in a listener of the server would end the process.
 */
export function acceptSocket(
  lake: Lake,
  sockets: SocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) {
  // Before anything else: Node stops listening to a socket that it hands over, and the reset of a client
  // would end the process.
  socket.on('error', () => socket.destroy())
  try {
    const {visitor, dataset} = admit(lake, request)
    sockets.upgrade(request, socket, head, {
      visitor,
      room: datasetKey(dataset),
      exists: () => lake.find(dataset) !== undefined,
    })
  } catch (error) {
    rejectSocket(socket, error)
  }
}

/** @throws ApiError if the request may not open a socket */
function admit(
  lake: Lake,
  {url = '', headers}: IncomingMessage,
): {visitor: Visitor; dataset: DatasetName} {
  const target = parseTarget(url)
  const {host = '', origin, authorization} = headers
  const hosts = url.startsWith('/') ? [host] : [host, target.host]
  assertAllowed({hosts, ...(origin !== undefined && {origin})}, lake)
  const [, name] = /^\/v[^/]+\/socket\/([^/]+)$/.exec(target.pathname) ?? []
  const dataset = name === undefined ? undefined : datasetFor(lake, name, hosts)
  const visitor = lake.authenticate(authorization ?? null)
  if (dataset) return {visitor, dataset}
  // With tokens, a stranger learns no names.
  const example = visitor.role === 'none' ? '' : `, such as /v1/socket/${lake.dataset}`
  throw requestError(404, `Not found: the lake has sockets at /v1/socket/<dataset>${example}.`)
}

/** A browser sends no headers with a socket, so its project is in the host name. */
function datasetFor(
  lake: Lake,
  dataset: string,
  hosts: readonly string[],
): DatasetName | undefined {
  const datasets = lake.datasets()
  const projects = new Set(datasets.map(({projectId}) => projectId))
  const named = hosts.map(projectInHost).findLast((project) => project !== undefined)
  const projectId = named ?? (projects.size === 1 ? lake.projectId : undefined)
  return projectId === undefined ? undefined : lake.find({projectId, dataset})
}
