import {once} from 'node:events'
import {expect, onTestFinished, test} from 'vitest'
import {WebSocket} from 'ws'
import {runLake} from '../support/runLake.ts'

const names = [
  {projectId: 'blog', dataset: 'production'},
  {projectId: 'blog', dataset: 'staging'},
  {projectId: 'shop', dataset: 'production'},
] as const

async function run() {
  const [first, ...datasets] = names
  const running = await runLake({...first, datasets})
  onTestFinished(running.close)
  const open = async ({projectId, dataset}: (typeof names)[number]) => {
    const url = `ws://localhost:${running.port}/v1/socket/${dataset}`
    const socket = new WebSocket(url, {headers: {host: `${projectId}.localhost`}})
    const received: string[] = []
    socket.on('message', (data) => received.push(data instanceof Buffer ? data.toString() : ''))
    const waiting = new Map<string, () => void>()
    socket.on('message', (data) => {
      const text = data instanceof Buffer ? data.toString() : ''
      if (text.startsWith('{')) waiting.get(JSON.parse(text).id)?.()
    })
    await once(socket, 'open')
    const call = (id: string, method: string, params: object) => {
      socket.send(JSON.stringify({jsonrpc: '2.0', id, method, params}))
      return new Promise<void>((resolve) => waiting.set(id, resolve))
    }
    await call('subscribe', 'presence_subscribe', {})
    return {socket, received, call}
  }
  return {...running, open}
}

test('a window sees the windows of its dataset only, also when another project has the same name', async () => {
  const {open} = await run()
  const windows = await Promise.all(names.map(open))
  const secrets = ['alabaster', 'brimstone', 'cinnabar']
  for (const [index, {call}] of windows.entries()) {
    const data = {sessionId: secrets[index], locations: [{documentId: secrets[index]}]}
    await call('announce', 'presence_announce', {data})
  }
  // Each has an answer that came after all announcements.
  for (const {call} of windows) await call('rollcall', 'presence_rollcall', {session: 'x'})
  for (const [index, {received}] of windows.entries()) {
    const foreign = secrets.filter((_, other) => other !== index)
    expect(foreign.filter((secret) => received.join().includes(secret))).toEqual([])
  }
})

test('the socket of a deleted dataset is closed', async () => {
  const {open, clientWith} = await run()
  const {socket} = await open(names[1])
  await clientWith(names[1]).datasets.delete('staging')
  socket.send(JSON.stringify({jsonrpc: '2.0', id: 'a', method: 'presence_rollcall', params: {}}))
  const [code] = await once(socket, 'close')
  expect(code).toBe(1001)
})
