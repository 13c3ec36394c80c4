import type {Context} from 'hono'
import {requestError} from './apiError.ts'
import type {ProjectEnv} from './router.ts'

/** Returns the project in the path, or else the one that the request names. @throws ApiError 400 without one */
export function requestedProject(context: Context<ProjectEnv>): string {
  const projectId = context.req.param('project') ?? context.var.projectId
  if (projectId !== undefined) return projectId
  throw requestError(
    400,
    'The request names no project. Send the header X-Sanity-Project-ID, or use the host <project>.localhost.',
  )
}

/** The paths of a project's datasets: with the project in the host or a header, and in the path. */
export const datasetPaths = [
  '/:apiVersion/datasets',
  '/:apiVersion/projects/:project/datasets',
] as const
