import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {afterAll, expect, test} from 'vitest'
import {childEnvironment} from '../../../lake/cli/redirect/childEnvironment.ts'
import {startGateway} from '../../../lake/cli/redirect/startGateway.ts'
import {runLake} from '../support/runLake.ts'

const running = await runLake({projectId: 'abc123'})
const gateway = await startGateway(new URL(running.url))
afterAll(async () => {
  gateway.close()
  await running.close()
})

/** Runs a module under `lake exec`. Returns what it writes. */
async function runProgram(source: string): Promise<string> {
  const env = childEnvironment({
    env: {PATH: process.env['PATH']},
    ports: {gateway: gateway.port, lake: running.port},
    address: running.url,
    projectId: 'abc123',
    dataset: 'production',
    token: 'lake',
  })
  const args = ['--input-type=module', '--eval', source]
  const {stdout} = await promisify(execFile)(process.execPath, args, {env})
  return stdout.trim()
}

test('a program can make a promise of dns.lookup, which returns an object as without the lake', async () => {
  const output = await runProgram(`
    import dns from 'node:dns'
    import {lookup} from 'node:dns/promises'
    import {promisify} from 'node:util'
    const promised = promisify(dns.lookup)
    const all = [promised('127.0.0.1'), promised('a.localhost'), lookup('127.0.0.1'), lookup('a.localhost'),
      promised('a.localhost', {all: true}).then(([first]) => first)]
    console.log(JSON.stringify([...new Set((await Promise.all(all)).map((each) => JSON.stringify(each)))]))
  `)
  expect(JSON.parse(output)).toEqual(['{"address":"127.0.0.1","family":4}'])
})

test('each form of a hosted address leads to the lake, so that no request leaves the machine', async () => {
  const output = await runProgram(`
    import http from 'node:http'
    import net from 'node:net'
    const path = '/v1/data/query/production?query=count(*)'
    const answers = []
    for (const host of ['https://abc123.api.sanity.io.', 'http://abc123.api.sanity.io', 'http://ABC123.api.sanity.io.'])
      answers.push((await (await fetch(host + path)).json()).result)
    answers.push(await new Promise((resolve, reject) =>
      http.get('http://abc123.api.sanity.io' + path, (response) => resolve(response.statusCode)).on('error', reject)))
    answers.push(await new Promise((resolve, reject) => {
      const socket = net.connect(80, 'abc123.api.sanity.io', () => { resolve(socket.remoteAddress); socket.destroy() })
      socket.on('error', reject)
    }))
    console.log(JSON.stringify(answers))
  `)
  expect(JSON.parse(output)).toEqual([0, 0, 0, 200, '127.0.0.1'])
})

test('a WebSocket to a hosted address opens at the lake, and a refused one fails at once', async () => {
  const output = await runProgram(`
    const outcome = (path) => new Promise((resolve) => {
      const socket = new WebSocket('wss://abc123.api.sanity.io' + path)
      socket.onopen = () => { socket.send('{"jsonrpc":"2.0","id":"a","method":"presence_subscribe","params":{}}') }
      socket.onmessage = () => { resolve('message'); socket.close() }
      socket.onerror = () => resolve('error')
    })
    console.log(await outcome('/v1/socket/production'), await outcome('/v1/socket/none'))
  `)
  expect(output).toBe('message error')
})

test('HTTP/2 to a hosted address fails with the reason', async () => {
  const output = await runProgram(`
    import http2 from 'node:http2'
    http2.connect('https://abc123.api.sanity.io').on('error', ({message}) => console.log(message))
  `)
  expect(output).toMatch(/^No HTTP\/2 to abc123\.api\.sanity\.io under `lake exec`/)
})
