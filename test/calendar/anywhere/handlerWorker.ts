import {createLoader} from 'touchpoints'
import {createHandler} from 'touchpoints/http'

import {community, docs, meetingsPage, now, series} from '../../loaders/smallCommunity.ts'
import {memoryClient} from '../../support/memoryClient.ts'

const documents = [community, meetingsPage, docs, series('weekly', 'Weekly call')]
const client = memoryClient(documents.map((each) => ({_updatedAt: now, ...each})))

/** Serves a calendar of records, with the defaults of the loader and the handler. */
export default {
  fetch: createHandler({
    loader: createLoader({client, now}),
    siteUrl: 'https://example.org',
  }),
}
