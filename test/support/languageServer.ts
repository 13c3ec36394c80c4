import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

import {root} from './workspaces.ts'

export interface LanguageServer {
  /** Returns what an editor shows when the pointer is on the end of `marker`, as Markdown. */
  hover(file: string, text: string, marker: string): Promise<string>
  /** Ends the server and waits for its exit. */
  close(): Promise<void>
}

/** Starts TypeScript's language server, as an editor does (Language Server Protocol 3.17). */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const child = spawn(process.execPath, [tsc, '--lsp', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const exited = once(child, 'exit')
  const waiting = new Map<unknown, (result: unknown) => void>()
  const opened = new Set<string>()
  let unread = Buffer.alloc(0)
  let lastId = 0

  const send = (message: object) => {
    const body = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}))
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    child.stdin.write(body)
  }
  const request = (method: string, params: object | null) => {
    const id = ++lastId
    const result = new Promise<unknown>((resolve) => waiting.set(id, resolve))
    send({id, method, params})
    return result
  }
  const receive = ({id, method, result}: Record<string, unknown>) => {
    // A request of the server, such as for its configuration, gets an empty answer.
    if (method !== undefined) {
      if (id !== undefined) send({id, result: null})
      return
    }
    waiting.get(id)?.(result)
    waiting.delete(id)
  }
  child.stdout.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk])
    for (;;) {
      const end = unread.indexOf('\r\n\r\n')
      const length = Number(/content-length: (\d+)/i.exec(unread.toString('utf8', 0, end))?.[1])
      if (end < 0 || unread.length < end + 4 + length) return
      const body = unread.toString('utf8', end + 4, end + 4 + length)
      unread = unread.subarray(end + 4 + length)
      receive(Object(JSON.parse(body)))
    }
  })

  await request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {textDocument: {hover: {contentFormat: ['markdown']}}},
  })
  send({method: 'initialized', params: {}})
  return {
    async hover(file, text, marker) {
      const {href: uri} = pathToFileURL(join(folder, file))
      if (!opened.has(uri)) {
        const textDocument = {uri, languageId: 'typescript', version: 1, text}
        send({method: 'textDocument/didOpen', params: {textDocument}})
        opened.add(uri)
      }
      const before = text.slice(0, text.indexOf(marker) + marker.length - 1).split('\n')
      const position = {line: before.length - 1, character: before.at(-1)?.length ?? 0}
      const hover = await request('textDocument/hover', {textDocument: {uri}, position})
      return String(Object(Object(hover)['contents'])['value'] ?? '')
    },
    async close() {
      await request('shutdown', null)
      send({method: 'exit'})
      child.stdin.end()
      await exited
    },
  }
}
