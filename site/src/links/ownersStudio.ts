import {type SafeUrl, safeUrl} from '@touchpoints/calendar/links'

interface OwnersStudioOptions {
  /** URL of the embedded Content Lake. Absent for the hosted one. */
  apiHost?: string | undefined
  studioUrl?: string | undefined
  /** Public URL of the site. */
  siteUrl: string
  /** Whether the page is a file that is published. */
  isPrerendered: boolean
}

/**
 * Returns the Studio of someone who runs everything on one machine, as `touchpoints dev` does. Undefined for a site
 * that has visitors: a link to a Studio is of no use to them.
 *
 * The settings decide and not the request, because the server keeps pages for all requests.
 */
export function ownersStudio({
  apiHost,
  studioUrl,
  siteUrl,
  isPrerendered,
}: OwnersStudioOptions): SafeUrl | undefined {
  const isLocal = [apiHost, studioUrl, siteUrl].every(isOnThisMachine)
  return isLocal && !isPrerendered ? safeUrl(studioUrl ?? '') : undefined
}

function isOnThisMachine(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false
  return /^(?:localhost|.*\.localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(address).hostname)
}
