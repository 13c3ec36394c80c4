import {sameOriginPath} from '../../preview/sameOriginPath.ts'
import type {UsedSecrets} from '../../preview/usedSecrets.ts'
import {refuse} from './refuse.ts'

export interface DraftModeOptions {
  /** `draftMode` of `next/headers`. */
  draftMode: () => Promise<{isEnabled: boolean; enable(): void; disable(): void}>
  /**
   * Whether the Studio made the secret in this address: `validatePreviewUrl` of
   * @sanity/preview-url-secret with a client that has a token.
   */
  validate: (url: string) => Promise<{isValid: boolean; redirectTo?: string | undefined}>
  /** `usedSecrets` of touchpoints/http, for a secret opens one browser's preview. */
  usedSecrets: UsedSecrets
  /** Where to go when nothing else is said. Default: `/`. */
  home?: string
}

/**
 * The routes by which the Studio's Presentation enters and leaves Next's draft mode. A secret opens it
 * once; a browser that is in it may come back with the same one. The way on stays within the site.
 *
 * @example
 * // app/api/draft-mode/enable/route.ts, and likewise disable
 * export const GET = draftModeRoutes({draftMode, validate, usedSecrets}).enable
 */
export function draftModeRoutes(options: DraftModeOptions) {
  const {draftMode, validate, usedSecrets, home = '/'} = options
  return {
    enable: async (request: Request): Promise<Response> => {
      const {origin, searchParams} = new URL(request.url)
      const {isValid, redirectTo} = await validate(request.url)
      const secret = searchParams.get('sanity-preview-secret')
      if (!isValid || !secret) return refuse(401, `${notOpened} or older than an hour. ${again}`)
      const mode = await draftMode()
      const first = await usedSecrets.take(secret)
      if (!first && !mode.isEnabled) return refuse(401, `${notOpened} or used before. ${again}`)
      mode.enable()
      return goTo(sameOriginPath(redirectTo ?? null, origin) ?? home)
    },
    disable: async (request: Request): Promise<Response> => {
      const {origin, searchParams} = new URL(request.url)
      const mode = await draftMode()
      mode.disable()
      return goTo(sameOriginPath(searchParams.get('redirect'), origin) ?? home)
    },
  }
}

const notOpened = 'The preview was not opened: its secret is not one of the Studio’s,'
const again = 'Open it from the Studio again.'

/** Relative, for behind a proxy the address of the request is not the browser's. */
function goTo(location: string): Response {
  return new Response(null, {status: 307, headers: {location, 'cache-control': 'no-store'}})
}
