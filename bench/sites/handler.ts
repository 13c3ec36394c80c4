/** Serves the HTTP handler with Node, over the sample content in memory. */
import {serve} from '@hono/node-server'

import {createHandler} from '../../loaders/adapters/http/index.ts'
import {sampleLoader} from '../../test/support/sampleLoader.ts'

const handler = createHandler({
  loader: sampleLoader(),
  siteUrl: 'https://community.example',
  basePath: '/api',
})

serve({fetch: handler, hostname: '127.0.0.1', port: Number(process.env['PORT'])})
