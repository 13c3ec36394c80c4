import fc from 'fast-check'
import type {openApp} from './openApp.ts'

// Random requests to every route of a lake, which name projects and datasets in all ways, and mix them.

export const version = '/v2025-09-16'

export interface Route {
  method: string
  route: string
}

/** Returns the routes of a lake and of its datasets. */
export function routesOf({app, datasets}: Pick<ReturnType<typeof openApp>, 'app' | 'datasets'>) {
  const all = [app, ...datasets.list().map((each) => each.app)]
    .flatMap(({routes}) => routes)
    .filter(({method}) => method !== 'ALL')
    .map(({method, path}): Route => ({method, route: path}))
  return [...new Map(all.map((each) => [`${each.method} ${each.route}`, each])).values()]
}

const projects = ['blog', 'shop', 'none', 'Blog', 'blog.production', '~blog', '']
export const datasetNames = [
  'production',
  'staging',
  'none',
  'Production',
  '~current',
  'shop.production',
]

/** Values for the parameters of routes. A parameter without values fails the test of its route. */
const parameters: Record<string, readonly string[]> = {
  apiVersion: ['v1', 'v2025-09-16', 'vX'],
  project: projects,
  dataset: datasetNames,
  id: ['shared', 'drafts.shared', 'gone', 'versions.spring.shared'],
  ids: ['shared,drafts.shared', 'gone', 'shared'],
  name: ['spring', `${'0'.repeat(40)}.txt`],
  vanity: ['a.txt'],
  kind: ['files', 'images'],
  keys: ['a,b'],
  key: ['a'],
  alias: ['current', 'other'],
  job: ['unknown'],
  hook: ['unknown'],
  attempt: ['unknown'],
  '*': ['anything'],
}

const queries = [
  '*',
  '*[_id == "shared"][0]{..., "other": other->, "by": *[references(^._id)]}',
  '{"all": *, "raw": *[_id in path("**")], "project": sanity::projectId(), "dataset": sanity::dataset()}',
  '*[_type == "sanity.fileAsset"]',
  '[{"_ref": "shared", "_dataset": "staging", "_projectId": "blog"}][]->',
]

const reference = {
  _type: 'crossDatasetReference',
  _ref: 'shared',
  _dataset: 'staging',
  _projectId: 'blog',
  _weak: true,
}

/** Bodies that suit one route or another. A route gets all of them. */
const bodies = [
  ...queries.map((query) => ({query})),
  {mutations: [{createOrReplace: {_id: 'other', _type: 'post', other: reference}}]},
  {mutations: [{patch: {query: '*[_type == "post"]', set: {touched: true}}}]},
  {
    actions: [
      {
        actionType: 'sanity.action.document.edit',
        publishedId: 'shared',
        draftId: 'drafts.shared',
        patch: {set: {touched: true}},
      },
    ],
  },
  {datasetName: 'staging'},
  {aclMode: 'public'},
  [{key: 'a', value: 'b'}],
  {},
] as const

export const requests = fc.record({
  projectHeader: fc.option(fc.constantFrom(...projects.filter(Boolean)), {nil: undefined}),
  projectHost: fc.option(fc.constantFrom('blog', 'shop', 'none'), {nil: undefined}),
  query: fc.constantFrom(...queries),
  perspective: fc.constantFrom('raw', 'published', 'drafts', 'spring'),
  body: fc.constantFrom(...bodies),
  encoded: fc.boolean(),
  asResource: fc.option(fc.constantFrom('blog', 'shop'), {nil: undefined}),
})

/** Returns a path for a route, with random values, and the names in it. */
function pathOf(route: string, pick: (values: readonly string[]) => string, encoded: boolean) {
  const named: Record<string, string> = {}
  const path = route.replace(/:(\w+)(?:\{[^}]*\})?\??|\*/g, (match, parameter = match) => {
    const values = parameters[parameter]
    if (!values) throw new Error(`Add values for the parameter "${parameter}" of ${route}`)
    const value = pick(values)
    named[parameter] = value
    return encoded ? percentEncoded(value) : value
  })
  return {path, named}
}

/** Encodes the first character too, which `encodeURIComponent` leaves. */
function percentEncoded(value: string): string {
  const [first = '', ...rest] = value
  return first && `%${first.charCodeAt(0).toString(16)}${encodeURIComponent(rest.join(''))}`
}

/** What a random request consists of, apart from its route. */
type RouteRequest = typeof requests extends fc.Arbitrary<infer Value> ? Value : never

/** Returns a request to a route, with the names in its path. Some name the dataset as the `resource` of a client. */
export function requestTo(
  {method, route}: Route,
  {projectHeader, projectHost, query, perspective, body, encoded, asResource}: RouteRequest,
  pick: (values: readonly string[]) => string,
) {
  const {path, named} = pathOf(route, pick, encoded)
  const resource = /^(\/[^/]+)\/data\/((?:live\/)?[^/]+)\/([^/]+)(.*)$/.exec(path)
  const resourcePath =
    resource && asResource
      ? `${resource[1]}/projects/${asResource}/datasets/${resource[3]}/${resource[2]}${resource[4]}`
      : path
  const search = new URLSearchParams({
    query,
    perspective,
    includeResult: 'true',
    includePreviousRevision: 'true',
    includeDrafts: 'true',
    time: '2100-01-01T00:00:00Z',
  })
  return {
    path: `${resourcePath}?${search}`,
    init: {
      method,
      headers: {
        'content-type': 'application/json',
        ...(projectHeader !== undefined && {'x-sanity-project-id': projectHeader}),
      },
      ...(method !== 'GET' && {body: JSON.stringify(body)}),
    },
    host: projectHost === undefined ? 'localhost' : `${projectHost}.localhost`,
    named,
    isResource: resource !== null,
  }
}

/** Returns the text of a response. Of a stream, what arrives until the datasets have changed. */
export async function textOf(response: Response, touch: () => Promise<unknown>): Promise<string> {
  if (!response.headers.get('content-type')?.includes('event-stream')) return response.text()
  const reader = response.body?.getReader()
  const chunks: string[] = []
  const reading = (async () => {
    for (;;) {
      const next = await reader?.read()
      if (!next || next.done) return
      chunks.push(new TextDecoder().decode(next.value))
    }
  })()
  await touch()
  await new Promise((resolve) => setTimeout(resolve, 5))
  await reader?.cancel()
  await reading
  return chunks.join('')
}
