import {closestLanguage} from '@touchpoints/words'
import {isMonth, isZone} from '@touchpoints/words/dates'
import type {MiddlewareHandler} from 'astro'
import {perspectiveText, readSession} from 'touchpoints/preview'

import {languageAt} from '../languages/languagePath.ts'
import {siteContext} from '../languages/siteContext.ts'
import {withoutBase} from '../links/base.ts'
import {readVariant} from '../links/pageVariant.ts'
import {environment, loader, now} from '../loader.ts'
import type {PageFacts, RequestView} from '../meetings/requestView.ts'
import {partNumber} from '../ownPages/pagination.ts'
import {isStatic} from '../output.ts'
import {
  clock,
  draftChanges,
  openShare,
  previewKey,
  previewToken,
  publishedChanges,
} from '../preview/previewServer.ts'
import {readSearchRequest} from '../search/readSearchRequest.ts'
import {contentSecurityPolicy} from '../security/contentSecurityPolicy.ts'
import {readFilters} from '../whatsOn/readFilters.ts'

/** Reads a request's parameters and sets the headers. Ignores invalid parameters, so that old links still work. */
export const onRequest: MiddlewareHandler = async (context, next) => {
  const view = await readView(context.request, context.url, context.locals.facts)
  context.locals.view = view
  context.locals.loader = loaderFor(view)
  context.locals.site = siteContext({community: null, ...languageOf(view.path)})
  const response = await next()
  if (view.preview || view.share) {
    // No cache may show a draft to anyone else, or later.
    response.headers.set('cache-control', 'private, no-store')
    response.headers.set('x-robots-tag', 'noindex, nofollow')
  } else if (isPage(response) && !view.facts) {
    // The server's cache sets its own.
    response.headers.set('cache-control', 'public, max-age=0, must-revalidate')
  }
  if (isPage(response) && !isStatic)
    response.headers.set('content-security-policy', policyFor(view))
  response.headers.set('x-content-type-options', 'nosniff')
  // URLs of shared drafts are secrets. Linked pages must not receive them.
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  response.headers.append('vary', 'cookie')
  // Only the server's cache compresses: the compressed size of a preview with a secret can reveal the secret.
  return response
}

async function readView(request: Request, url: URL, facts?: PageFacts): Promise<RequestView> {
  const zone = url.searchParams.get('zone') ?? ''
  const pathname = withoutBase(url.pathname)
  const variant = isStatic ? readVariant(pathname) : {path: pathname}
  const month = variant.month ?? url.searchParams.get('month') ?? ''
  const part = variant.part ?? partNumber(url.searchParams.get('page') ?? '1')
  const search = readSearchRequest(url.searchParams)
  const token = url.searchParams.get('share')
  const session =
    previewToken && !isStatic ? await readSession(request, previewKey, clock()) : undefined
  return {
    path: variant.path,
    now: now(),
    moving: environment.now === undefined,
    tags: new Set(),
    position: (session ? draftChanges : publishedChanges).position(),
    ...(isZone(zone) && {zone}),
    ...(isMonth(month) && {month}),
    ...(part !== 1 && {part}),
    ...(search && {search}),
    filters: readFilters(url.searchParams),
    ...(session && {preview: {perspective: perspectiveText(session.perspective), session}}),
    ...(token !== null && {share: await openShare(token)}),
    ...(facts && {facts}),
  }
}

/** Returns the language for a notice that the content of an address cannot be loaded. */
function languageOf(pathname: string): {language?: string} {
  const language = languageAt(pathname)
  return language !== undefined && language.startsWith(closestLanguage(language)) ? {language} : {}
}

function isPage({headers}: Response): boolean {
  return headers.get('content-type')?.startsWith('text/html') ?? false
}

function policyFor({preview}: RequestView): string {
  const {studioUrl, apiHost} = environment
  return contentSecurityPolicy({
    preview: preview !== undefined,
    studioUrl,
    hosted: apiHost === undefined,
    development: __DEVELOPMENT__,
  })
}

function loaderFor({preview}: RequestView) {
  if (!preview || !previewToken) return loader
  return loader.preview({token: previewToken, perspective: preview.session.perspective})
}
