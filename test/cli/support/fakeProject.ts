import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {once} from 'node:events'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'

/** Creates a folder with files, which is removed after the test. */
export function projectFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-project-'))
  // A program that a failing test leaves behind may still write.
  onTestFinished(() => rmSync(folder, {recursive: true, force: true, maxRetries: 3}))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** The files of an installed package that has this script as its command. */
export function installed(name: string, script: string, command = name): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({name, bin: {[command]: 'run.cjs'}}),
    [`node_modules/${name}/run.cjs`]: script,
  }
}

/** Content of a small community. */
export const content = {
  'content/guests.ndjson': '{"_id":"ada","_type":"guest","name":"Ada"}\n',
}

/**
 * A script that serves at the port after `--port`, and starts a program that ignores SIGTERM, as Vite and Hugo start
 * programs. Writes the process ids to `FILE.pids`.
 */
export function servingScript(file: string, status = 200, stderr = ''): string {
  return `
const {spawn} = require('node:child_process')
const {writeFileSync} = require('node:fs')
const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"
const child = spawn(process.execPath, ['-e', stubborn], {stdio: 'ignore'})
writeFileSync(${JSON.stringify(file)} + '.pids', JSON.stringify([process.pid, child.pid]))
process.on('SIGTERM', () => {})
process.stderr.write(${JSON.stringify(stderr)})
const port = Number(process.argv[process.argv.indexOf('--port') + 1])
require('node:http').createServer((_, response) => {
  response.statusCode = ${status}
  response.end('a page')
}).listen(port, '127.0.0.1')
`
}

/** Returns a port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No port')
  return address.port
}

/** Returns free ports for the three services, as variables. */
export async function freePorts(): Promise<Record<string, string>> {
  return {
    TOUCHPOINTS_LAKE_PORT: String(await freePort()),
    TOUCHPOINTS_STUDIO_PORT: String(await freePort()),
    TOUCHPOINTS_SITE_PORT: String(await freePort()),
  }
}
