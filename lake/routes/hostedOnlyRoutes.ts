import {missingEndpoint, requestError} from '../http/apiError.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'

interface HostedFeature {
  /** Paths after the API version. A `*` at the end includes everything below. */
  paths: readonly string[]
  /** Methods that need the hosted service. Defaults to all. */
  methods?: readonly string[]
  /** One sentence: what, and why a lake cannot do it. */
  reason: string
  /** One sentence: what to do instead. */
  instead: string
}

const anyMethod = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Features that only the hosted service has. Its clients print these lines, because they print the message of an error. */
export const hostedFeatures = {
  backups: {
    paths: [
      '/projects/:project/datasets/:dataset/backups',
      '/projects/:project/datasets/:dataset/backups/*',
      '/projects/:project/datasets/:dataset/settings/backups',
    ],
    reason: 'Backups need the hosted service, which schedules and stores them.',
    instead: 'Use `sanity datasets export`, or copy the data folder of the stopped lake.',
  },
  embeddings: {
    // `datasetRoutes` answers the settings of a dataset.
    paths: ['/embeddings-index', '/embeddings-index/*'],
    reason: 'Embeddings need the hosted service, which computes them with a language model.',
    instead: 'Search with `text::query`.',
  },
  graphql: {
    paths: ['/apis/graphql', '/apis/graphql/*', '/graphql/*'],
    reason: 'GraphQL APIs need the hosted service, which runs their servers.',
    instead: 'Query the lake with GROQ.',
  },
  mediaLibraries: {
    // `unsupported` answers the operations of a client with a library as its resource.
    paths: ['/media-libraries', '/media-libraries/:id/mutate', '/media-libraries/:id/from-url'],
    reason: 'A Media Library needs the hosted service, because it belongs to an organization.',
    instead: 'Upload the assets to a dataset.',
  },
  organizations: {
    paths: ['/organizations', '/organizations/*', '/auth/organizations/*'],
    reason: 'Organizations need the hosted service, which has the accounts of their members.',
    instead: 'A lake has projects without an organization.',
  },
  newProjects: {
    paths: ['/projects'],
    methods: ['POST'],
    reason: 'New projects need the hosted service, which assigns their ids.',
    instead: 'Start a lake with `--project` and any id.',
  },
  studioHosting: {
    paths: [
      '/user-applications',
      '/user-applications/*',
      '/projects/:project/user-applications',
      '/projects/:project/user-applications/*',
      '/descriptors/*',
    ],
    methods: ['POST', 'PATCH', 'DELETE'],
    reason: 'Deploying a Studio needs the hosted service, which serves it to the internet.',
    instead: 'Use `sanity build`, and serve the folder yourself.',
  },
  blueprints: {
    paths: ['/blueprints', '/blueprints/*', '/functions', '/functions/*'],
    reason: 'Blueprints and Functions need the hosted service, which runs them.',
    instead: 'Use `sanity functions test`, or a webhook to a server on this machine.',
  },
  knowledgeBases: {
    paths: ['/context', '/context/*'],
    reason: 'Knowledge bases need the hosted service, which builds them with a language model.',
    instead: 'Query the documents with GROQ.',
  },
  agentActions: {
    paths: ['/agent/*', '/assist/*'],
    reason: 'Agent Actions and AI Assist need the hosted service, which has the language model.',
    instead: 'Mutate the documents yourself.',
  },
  login: {
    paths: ['/auth/fetch', '/auth/session/*', '/auth/login', '/auth/login/*'],
    reason: 'A login needs the hosted service, which has the accounts.',
    instead: 'A lake needs no login: use the token that it was started with, or none.',
  },
} as const satisfies Record<string, HostedFeature>

/** Returns the line of a feature: what, why, and what instead. */
export function hostedLine({reason, instead}: Pick<HostedFeature, 'reason' | 'instead'>): string {
  return `${reason} ${instead}`
}

/** Answers what only the hosted service has, with 501 and the reason. */
export function hostedOnlyRoutes(): ProjectRouter {
  const routes = newProjectRouter()
  for (const feature of Object.values<HostedFeature>(hostedFeatures)) {
    const paths = feature.paths.map((path) => `/:apiVersion${path}`)
    routes.on([...(feature.methods ?? anyMethod)], paths, ({req}) => {
      // Asks whether something exists. The response has no body for a reason. `sanity graphql deploy` goes on after it.
      if (req.method === 'HEAD') throw missingEndpoint(req)
      throw requestError(501, hostedLine(feature))
    })
  }
  return routes
}
