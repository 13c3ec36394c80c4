export interface PolicyFacts {
  /** An editor's preview: what draws its overlays writes styles into the page. */
  preview: boolean
  /** Where the Studio is, which shows the page in a frame; absent when nobody said. */
  studioUrl?: string | undefined
  /** Whether content comes from the hosted service, and with it images and its own Studios. */
  hosted: boolean
  /** The development server: it writes styles and a module or two into the page, and calls back. */
  development: boolean
}

/**
 * What a browser may load into a page of this site (https://www.w3.org/TR/CSP3/): scripts and styles
 * from files of its own alone, so that no text of an editor or a feed can become either. The one
 * stranger is the player of a recording, and it comes after a click.
 */
export function contentSecurityPolicy(facts: PolicyFacts): string {
  const {preview, hosted, development} = facts
  const images = hosted ? ['https://cdn.sanity.io'] : []
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [])],
    'style-src': ["'self'", ...(preview || development ? ["'unsafe-inline'"] : [])],
    // data: for the blurred stand-ins of photos, which are part of the content.
    'img-src': ["'self'", 'data:', ...images],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    'frame-src': ['https://www.youtube-nocookie.com'],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': frameAncestors(facts),
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/**
 * Who may show the page in a frame: the Studio's Presentation, for a visitor's page too, since that is
 * what it shows until the preview begins. Every frame around it counts, so the dashboard that hosted
 * Studios stand in is among them.
 */
function frameAncestors({studioUrl, hosted}: PolicyFacts): string[] {
  const service = hosted ? ['https://*.sanity.studio', 'https://www.sanity.io'] : []
  return ["'self'", ...(studioUrl ? sameMachine(new URL(studioUrl)) : []), ...service]
}

/** On one machine a Studio is opened by either of two names. */
function sameMachine({origin, hostname, protocol, port}: URL): string[] {
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return [origin]
  const at = port ? `:${port}` : ''
  return ['localhost', '127.0.0.1'].map((name) => `${protocol}//${name}${at}`)
}
