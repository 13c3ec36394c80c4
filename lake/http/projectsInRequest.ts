import {projectInHost} from './datasetPath.ts'

const projectPath =
  /^\/(?:images|files)\/([^/]+)\/|^\/v[^/]+\/(?:projects|hooks\/projects|access\/project|invitations\/project|schedules)\/([^/]+)/

/**
 * Returns every project that a request names: in its header, its host and its path. What is allowed for one project
 * must be allowed for all of them, because a request could name one and use another.
 */
export function projectsInRequest({headers, url}: Request): string[] {
  const {host, pathname} = new URL(url)
  const path = projectPath.exec(pathname)
  const named = [
    headers.get('x-sanity-project-id'),
    projectInHost(host),
    projectInHost(headers.get('host') ?? ''),
    path?.[1] ?? path?.[2],
  ]
  return [...new Set(named.filter((name) => typeof name === 'string'))]
}
