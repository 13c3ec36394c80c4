import {Hono} from 'hono'
import type {Visitor} from './visitor.ts'

/** What the middleware leaves for the routes. */
export interface RouteEnv {
  Variables: {visitor: Visitor}
}

export type Router = Hono<RouteEnv>

export function newRouter(): Router {
  return new Hono<RouteEnv>()
}
