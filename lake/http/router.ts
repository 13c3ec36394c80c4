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
