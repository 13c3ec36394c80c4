import type {Datasets} from '../datasets/datasets.ts'
import {type CorsOrigin, matchesOrigin, readCorsOrigins} from './corsOrigins.ts'
import type {GuardOptions} from './guard.ts'
import {projectsInRequest} from './projectsInRequest.ts'
import {readRobots, robotWith, visitorOf} from './robots.ts'
import {anonymous, type Token, type Visitor, visitorFrom} from './visitor.ts'

/** What clients allowed for a project while the lake runs: origins of web pages, and tokens. */
export class ProjectAccess {
  readonly #datasets: Datasets
  readonly #allowed: GuardOptions
  readonly #tokens: readonly Token[]

  constructor(datasets: Datasets, allowed: GuardOptions, tokens: readonly Token[]) {
    this.#datasets = datasets
    this.#allowed = allowed
    this.#tokens = tokens
  }

  /** Returns whether every project that a request could be about allows an origin. */
  allowsOrigin(origin: string, request: Request): boolean {
    return this.#allowed.isAllowedOrigin(origin) || this.#listed(origin, request).length > 0
  }

  /** Identifies the sender of a request. @throws ApiError 401 for an unknown token */
  visitor(request: Request): Visitor {
    const origin = request.headers.get('origin')
    if (origin !== null && !this.#allowed.isAllowedOrigin(origin)) {
      const allowsCredentials = this.#listed(origin, request).every((each) => each.allowCredentials)
      if (!allowsCredentials) return anonymous
    }
    const authorization = request.headers.get('authorization')
    if (this.#tokens.length === 0) return visitorFrom(authorization, [])
    return this.#robot(authorization, request) ?? visitorFrom(authorization, this.#tokens)
  }

  /** A token of one project is worth nothing in another, or where the request does not say which project it means. */
  #robot(authorization: string | null, request: Request): Visitor | undefined {
    if (authorization === null) return undefined
    const now = this.#datasets.first.engine.clock.now().toISOString()
    const projects = this.#projectsOf(request)
    for (const project of this.#datasets.projects()) {
      const robot = robotWith(authorization, readRobots(this.#values(project)), now)
      if (!robot) continue
      const isOwn = projects.every((each) => each === project)
      return isOwn ? visitorOf(robot) : {...anonymous, id: robot.id}
    }
    return undefined
  }

  /** Returns the entry of each project. None if one of them does not list the origin. */
  #listed(origin: string, request: Request): CorsOrigin[] {
    const projects = this.#projectsOf(request)
    const entries = projects.flatMap((project) => {
      const matching = readCorsOrigins(this.#values(project)).filter((each) =>
        matchesOrigin(each.origin, origin),
      )
      return matching.find((each) => each.allowCredentials) ?? matching.slice(0, 1)
    })
    return entries.length === projects.length ? entries : []
  }

  #projectsOf(request: Request): string[] {
    const named = projectsInRequest(request)
    return named.length > 0 ? named : this.#datasets.projects()
  }

  #values(project: string): {value: (name: string) => unknown} {
    return this.#datasets.values(project) ?? {value: () => undefined}
  }
}
