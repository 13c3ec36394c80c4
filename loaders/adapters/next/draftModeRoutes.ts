import {callback, checkOptions, text, withMethods, type Checks} from '../../options/optionChecks.ts'
import {sameOriginPath} from '../../preview/sameOriginPath.ts'
import type {UsedSecrets} from '../../preview/usedSecrets.ts'
import {refuse} from './refuse.ts'

export interface DraftModeOptions {
  /** `draftMode` of `next/headers`. */
  draftMode: () => Promise<{isEnabled: boolean; enable(): void; disable(): void}>
  /**
   * Checks that the Studio created the secret in this address. Use `validatePreviewUrl` of
   * @sanity/preview-url-secret with a client that has a token.
   */
  validate: (url: string) => Promise<{isValid: boolean; redirectTo?: string | undefined}>
  /** `usedSecrets` of touchpoints/http, because a secret opens the preview of one browser. */
  usedSecrets: UsedSecrets
  /** Redirect target when a request names none. Defaults to `/`. */
  home?: string
}

const checks = {
  draftMode: callback,
  validate: callback,
  usedSecrets: withMethods('usedSecrets of touchpoints/http', 'take'),
  home: text,
} as const satisfies Checks<DraftModeOptions>

/**
 * Returns the routes with which the Studio's Presentation enters and leaves Next's draft mode. A secret
 * opens it once. A browser in draft mode can use its secret again. Redirects stay on the site.
 *
 * @throws ConfigurationError when an option is missing or invalid
 * @example
 * // app/api/draft-mode/enable/route.ts (disable is the same)
 * export const GET = draftModeRoutes({draftMode, validate, usedSecrets}).enable
 */
export function draftModeRoutes(options: DraftModeOptions) {
  checkOptions('draftModeRoutes', options, checks, ['draftMode', 'validate', 'usedSecrets'])
  const {draftMode, validate, usedSecrets, home = '/'} = options
  return {
    enable: async (request: Request): Promise<Response> => {
      const {origin, searchParams} = new URL(request.url)
      const {isValid, redirectTo} = await validate(request.url)
      const secret = searchParams.get('sanity-preview-secret')
      if (!isValid || !secret)
        return refuse(
          401,
          `${notOpened} was not created by the Studio, or is older than an hour. ${again}`,
        )
      const mode = await draftMode()
      const first = await usedSecrets.take(secret)
      if (!first && !mode.isEnabled) return refuse(401, `${notOpened} has been used. ${again}`)
      mode.enable()
      return redirect(sameOriginPath(redirectTo ?? null, origin) ?? home)
    },
    disable: async (request: Request): Promise<Response> => {
      const {origin, searchParams} = new URL(request.url)
      const mode = await draftMode()
      mode.disable()
      return redirect(sameOriginPath(searchParams.get('redirect'), origin) ?? home)
    },
  }
}

const notOpened = 'The preview was not opened: its secret'
const again = 'Open it from the Studio again.'

/** The location is relative, because behind a proxy the address of the request is not the browser's. */
function redirect(location: string): Response {
  return new Response(null, {status: 307, headers: {location, 'cache-control': 'no-store'}})
}
