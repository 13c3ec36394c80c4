import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {serve} from '@hono/node-server'
import {serveStatic} from '@hono/node-server/serve-static'
import {Hono} from 'hono'

/** Serves a built studio on this machine. Its workspaces have paths, which all are the same page. */
export async function serveStudio(dist: string): Promise<AsyncDisposable & {url: string}> {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const app = new Hono()
  app.use(serveStatic({root: dist}))
  app.get('*', ({html}) => html(page))
  const {server, port} = await new Promise<{server: ReturnType<typeof serve>; port: number}>(
    (resolve) => {
      const server = serve({fetch: app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) =>
        resolve({server, port}),
      )
    },
  )
  return {
    url: `http://localhost:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
