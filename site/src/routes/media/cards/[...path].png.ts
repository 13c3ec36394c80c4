import type {APIRoute} from 'astro'

import {openPage} from '../../../meetings/openPage.ts'
import {routeOf} from '../../../meetings/route.ts'
import {environment} from '../../../loader.ts'
import {type Card, cardOf, cardVersion} from '../../../ownPages/card/card.ts'
import {cardImages} from '../../../ownPages/card/cardImages.ts'
import {renderCard} from '../../../ownPages/card/renderCard.ts'
import {pageHead} from '../../../ownPages/head/pageHead.ts'
import {loadRoute} from '../../../ownPages/loadRoute.ts'
import {isStatic} from '../../../output.ts'
import {keptCards} from '../../../static/keptCards.ts'
import {documentPaths, parameterOf} from '../../../static/pagePaths.ts'

export const getStaticPaths = async () =>
  (await documentPaths()).map((each) => ({params: {path: parameterOf(each)}}))

const {host} = new URL(environment.siteUrl)
const render = (card: Card) => renderCard(card, host)
const imageOf = isStatic ? keptCards(render) : cardImages(render)

/**
 * Serves the image that other sites show for a link to a page: `/media/cards/meetings/groups/docs.png`. It
 * exists for each page that is there, and for no other text.
 */
export const GET: APIRoute = async ({params, locals, url}) => {
  const pathname = `/${params['path'] ?? ''}/`
  const page = await openPage(locals.loader, locals.view, pathname)
  if (page.kind === 'unreachable') return unavailable()
  const {documents, loader, site, view} = page
  const route = routeOf(site.pagePath, pathname)
  // The title of search results is a text of the visitor.
  if (route?.kind === 'search') return new Response(null, {status: 404})
  const loaded = await loadRoute({loader, view, documents, site}, route)
  if (loaded.kind === 'unreachable') return unavailable()
  if (loaded.kind === 'absent') return new Response(null, {status: 404})
  const card = cardOf(pageHead(loaded, {site, documents}), site)
  const isCurrent = url.searchParams.get('v') === cardVersion(card)
  return new Response(await imageOf(card), {
    headers: {
      'content-type': 'image/png',
      'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    },
  })
}

function unavailable(): Response {
  return new Response(null, {status: 503, headers: {'retry-after': '30'}})
}
