/** The conditions that a page's policy depends on. */
export interface PolicyOptions {
  /** Whether the page is an editor's preview. Its overlays write inline styles. */
  preview: boolean
  /** URL of the Studio, which shows the page in a frame. Absent if not configured. */
  studioUrl?: string | undefined
  /** Whether content comes from the hosted service, including images and hosted Studios. */
  hosted: boolean
  /** Whether the development server runs. It writes inline styles and scripts, and opens a WebSocket. */
  development: boolean
  /** Whether the policy is in the page itself, where browsers report `frame-ancestors` as an error. */
  inPage?: boolean
}

/**
 * Returns the content security policy of a page (https://www.w3.org/TR/CSP3/). Scripts and styles come
 * only from the site's own files, so that no text of an editor or a feed can become either. The only
 * other host is the recording player, which loads after a click.
 */
export function contentSecurityPolicy(options: PolicyOptions): string {
  const {preview, hosted, development, inPage = false} = options
  const images = hosted ? ['https://cdn.sanity.io'] : []
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [])],
    'style-src': ["'self'", ...(preview || development ? ["'unsafe-inline'"] : [])],
    // data: for the blurred placeholders of photos, which are part of the content.
    'img-src': ["'self'", 'data:', ...images],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    'frame-src': ['https://www.youtube-nocookie.com'],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': frameAncestors(options),
  }
  return Object.entries(directives)
    .filter(([name]) => !inPage || name !== 'frame-ancestors')
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/**
 * Returns the origins that may show the page in a frame. The Studio's Presentation shows the public page
 * until the preview starts, so this applies to all pages. The browser checks every outer frame, so the
 * list includes the dashboard around hosted Studios.
 */
function frameAncestors({studioUrl, hosted}: PolicyOptions): string[] {
  const service = hosted ? ['https://*.sanity.studio', 'https://www.sanity.io'] : []
  return ["'self'", ...(studioUrl ? studioOrigins(new URL(studioUrl)) : []), ...service]
}

/** Returns both names of a local Studio, because it can be opened with either. */
function studioOrigins({origin, hostname, protocol, port}: URL): string[] {
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return [origin]
  const at = port ? `:${port}` : ''
  return ['localhost', '127.0.0.1'].map((name) => `${protocol}//${name}${at}`)
}
