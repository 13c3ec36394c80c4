import {Hono} from 'hono'
import type {Visitor} from './visitor.ts'

/** The variables that the middleware sets for the routes. */
export interface RouteEnv {
  Variables: {visitor: Visitor}
}

export type Router = Hono<RouteEnv>

export function newRouter(): Router {
  return new Hono<RouteEnv>()
}

/** The routes of one dataset. The lake passes the sender of a request along with it. */
export interface DatasetEnv extends RouteEnv {
  Bindings: {visitor: Visitor}
}

export type DatasetRouter = Hono<DatasetEnv>

/** The routes of projects. */
export interface ProjectEnv extends RouteEnv {
  Variables: RouteEnv['Variables'] & {
    /** The project that the request names, or the only one. */
    projectId: string | undefined
  }
}

export type ProjectRouter = Hono<ProjectEnv>

/** @param getPath - returns the path by which the routes know a request. Defaults to that of its URL */
export function newProjectRouter(getPath?: (request: Request) => string): ProjectRouter {
  return new Hono<ProjectEnv>(getPath && {getPath})
}
