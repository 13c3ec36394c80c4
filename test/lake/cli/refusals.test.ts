import {createServer} from 'node:http'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, onTestFinished, test} from 'vitest'
import {startGateway} from '../../../lake/cli/redirect/startGateway.ts'
import {runLake} from '../support/runLake.ts'

async function reasonsOf(lakePort: number, paths: readonly string[]) {
  const reasons: string[] = []
  const gateway = await startGateway(new URL(`http://localhost:${lakePort}`), (reason) =>
    reasons.push(reason),
  )
  onTestFinished(gateway.close)
  const bodies: string[] = []
  for (const path of paths) {
    bodies.push(await (await fetch(`http://localhost:${gateway.port}${path}`)).text())
  }
  return {reasons, bodies}
}

test('the gateway reports why the lake cannot answer, because a program may hide it', async () => {
  const {port, close} = await runLake()
  onTestFinished(close)
  const {reasons, bodies} = await reasonsOf(port, [`/v${apiVersion}/media-libraries`])
  expect(reasons).toEqual([JSON.parse(bodies[0] ?? '').message])
  expect(reasons[0]).toContain('A Media Library needs the hosted service')
})

test('other errors are for the program only, and a body that is not JSON has no reason', async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/501' ? 501 : 404)
    response.end('not JSON')
  })
  onTestFinished(() => void server.close())
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await reasonsOf(port, ['/501', '/404'])).toEqual({
    reasons: [],
    bodies: ['not JSON', 'not JSON'],
  })
})
