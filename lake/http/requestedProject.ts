import type {Context} from 'hono'
import {requestError} from './apiError.ts'
import type {ProjectEnv} from './router.ts'

/** Returns the project in the path, or else the one that the request names. @throws ApiError 400 without one */
export function requestedProject(context: Context<ProjectEnv>): string {
  const projectId = context.req.param('project') ?? context.var.projectId
  if (projectId !== undefined) return projectId
  throw requestError(400, `The request names no project. ${howToNameProject()}`)
}

/** Listeners of @sanity/client send no project without its host name. They send the `headers` of their client. */
export function howToNameProject(projectId = '<project>'): string {
  return `Use the host ${projectId}.localhost, or send the header X-Sanity-Project-ID, for listeners with createClient({headers: {'X-Sanity-Project-ID': '${projectId}'}}).`
}

/** The paths of a project's datasets: with the project in the host or a header, and in the path. */
export const datasetPaths = [
  '/:apiVersion/datasets',
  '/:apiVersion/projects/:project/datasets',
] as const
