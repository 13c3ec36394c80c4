import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {onTestFinished} from 'vitest'

import {lakeClient} from '../../support/lakeClient.ts'
import {startLake} from '../../support/siteServer.ts'

export interface EmptyLake {
  /** URL of the lake. */
  url: string
  /** A client that sees drafts. */
  client: SanityClient
}

/**
 * Gives a page of the running Studio an empty lake instead of the shared one. A second Studio would have to be built,
 * because the address of its lake is part of the build.
 *
 * @param shared - URL of the lake of the running Studio
 */
export async function withEmptyLake(page: Page, shared: string): Promise<EmptyLake> {
  const lake = await startLake('empty')
  onTestFinished(lake.stop)
  const {host} = new URL(lake.url)
  const {port} = new URL(shared)
  // The Studio has several host names for one lake, each with its own connections.
  await page.route(
    (url) => url.port === port,
    async (route) => {
      const url = new URL(route.request().url())
      url.host = host
      await route.continue({url: url.href})
    },
  )
  return {url: lake.url, client: lakeClient(lake.url, {perspective: 'raw'})}
}
