/**
 * Returns where a link leads to, without the redirects that mail programs and calendars put around it.
 *
 * It reads Google's redirect, Microsoft's Safe Links, Proofpoint's URL Defense (versions 1 to 3) and
 * those of Slack, LinkedIn, Facebook and Teams' launcher. Another link is returned as it is. No request is sent.
 *
 * @example
 * unwrapLink('https://www.google.com/url?q=https://meet.google.com/abc-defg-hij&sa=D')
 * // 'https://meet.google.com/abc-defg-hij'
 */
export function unwrapLink(link: string): string {
  let current = link
  for (let depth = 0; depth < maxDepth; depth++) {
    const target = targetOf(current)
    if (target === undefined || target === current) return current
    current = target
  }
  return current
}

/** A forwarded message wraps a link once for each mail filter on its way. */
const maxDepth = 5

interface Redirect {
  host: RegExp
  path?: RegExp
  /** Returns the link inside. Undefined when this is another page of the host. */
  target: (url: URL) => string | null | undefined
}

const parameter =
  (...names: string[]) =>
  ({searchParams}: URL) =>
    names.map((name) => searchParams.get(name)).find((value) => value)

const redirects: readonly Redirect[] = [
  {host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, target: parameter('q', 'url')},
  {host: /(?:^|\.)safelinks\.protection\.outlook\.(?:com|us)$/, target: parameter('url')},
  {host: /(?:^|\.)safelinks\.protection\.office365\.us$/, target: parameter('url')},
  {host: /^statics\.teams\.(?:cdn\.office\.net|microsoft\.com)$/, target: parameter('url')},
  {host: /^urldefense\.(?:com|us|proofpoint\.com)$/, target: urlDefense},
  {host: /^(?:www\.)?slack-redir\.net$/, path: /^\/link$/, target: parameter('url')},
  {
    host: /^(?:www\.)?linkedin\.com$/,
    path: /^\/(?:safety\/go|redir\/redirect)$/,
    target: parameter('url'),
  },
  {host: /^lm?\.(?:facebook|messenger|instagram)\.com$/, target: parameter('u')},
  {host: /^(?:[\w-]+\.)*teams\.microsoft\.com$/, path: /^\/dl\/launcher\//, target: launcher},
]

/** Most links are no redirects. Parsing one takes ten times as long as this. */
const mayRedirect =
  /^https?:\/\/[^/?#]*(?:google|safelinks|urldefense|slack-redir|linkedin|facebook|messenger|instagram|teams)/i

function targetOf(link: string): string | undefined {
  if (!mayRedirect.test(link) || !URL.canParse(link)) return undefined
  const url = new URL(link)
  const redirect = redirects.find(
    ({host, path}) => host.test(url.hostname) && (!path || path.test(url.pathname)),
  )
  const target = redirect?.target(url)
  return target && URL.canParse(target) ? target : undefined
}

/** The link to the meeting is a path on the same host, `url=/_#/l/meetup-join/…`. */
function launcher(url: URL): string | undefined {
  const path = url.searchParams.get('url')?.replace(/^\/_#/, '')
  return path?.startsWith('/') ? new URL(path, url.origin).href : undefined
}

/** Proofpoint documents the three forms in its "URL Defense decoder" (help.proofpoint.com). */
function urlDefense(url: URL): string | null | undefined {
  if (url.pathname.startsWith('/v1/')) return url.searchParams.get('u')
  if (url.pathname.startsWith('/v2/')) return decoded(versionTwo(url.searchParams.get('u')))
  const [, wrapped, replaced] =
    /^\/v3\/__(.+?)__;([^!]*)!/.exec(url.href.slice(url.origin.length)) ?? []
  return wrapped === undefined ? undefined : versionThree(wrapped, replaced ?? '')
}

/** Version 2 writes `%` as `-` and `/` as `_`. */
function versionTwo(value: string | null): string | undefined {
  return value?.replaceAll('-', '%').replaceAll('_', '/')
}

/**
 * Version 3 replaces each unusual character by `*`, and a run of them by `**` and a letter for its
 * length. It lists the characters after the link, in base64url.
 */
function versionThree(wrapped: string, encoded: string): string | undefined {
  const characters = Array.from(fromBase64Url(encoded))
  let at = 0
  const link = wrapped.replace(/\*(\*[\w-])?/g, (_, run: string | undefined) => {
    const length = run === undefined ? 1 : runLengths.indexOf(run.slice(1)) + 2
    const text = characters.slice(at, at + length).join('')
    at += length
    return text
  })
  // A browser merges the slashes of a path, so the link may have lost one.
  return link.replace(/^(https?:)\/+/, '$1//')
}

const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function fromBase64Url(text: string): string {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))
  } catch {
    return ''
  }
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return undefined
  }
}
