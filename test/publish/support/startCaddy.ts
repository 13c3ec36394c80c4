import {spawn} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {readRecipe} from './publishFolder.ts'

// The Dockerfile installs the same package.
const caddy = ['/usr/bin/caddy', '/usr/local/bin/caddy'].find((path) => existsSync(path))

/** Whether Caddy is installed. */
export const hasCaddy = caddy !== undefined
if (!hasCaddy) console.warn('Skipped the recipe for Caddy: install the package caddy to run it.')

export const tokens = {
  SANITY_API_READ_TOKEN: 'read-0123456789abcdef',
  SANITY_API_WRITE_TOKEN: 'write-0123456789abcdef',
} as const
export const studioUrl = 'https://studio.example.org'
export const password = 'correct horse'
/** Of `password`, with the lowest cost, which makes the test fast. */
const hash = '$2a$04$5KD4I3Yz5MlfL18aJeLVgeWdk6mZihkuXBkLUjiboCbtdeZsEfy2O'

export interface CaddyOptions {
  /** Host and port of the site. */
  site: string
  /** Port of the lake. */
  lakePort: number
  /** Writes `dist/studio` into the working directory. */
  studio: (folder: string) => void
  /** Whether Caddy serves https, with certificates of its own. */
  tls: boolean
}

export interface RunningCaddy {
  port: number
  stop: () => void
}

/** Starts Caddy with the recipe's Caddyfile, on this machine only. It serves some time later. */
export async function startCaddy({
  site,
  lakePort,
  studio,
  tls,
}: CaddyOptions): Promise<RunningCaddy> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-caddy-'))
  const local = ['admin off', 'default_bind 127.0.0.1']
  if (tls)
    local.push(
      'local_certs',
      'skip_install_trust',
      `https_port ${port}`,
      'auto_https disable_redirects',
    )
  const recipe = readRecipe('Caddyfile')
  const text = recipe.replace('\tadmin off\n', local.map((line) => `\t${line}\n`).join(''))
  if (text === recipe) throw new Error('The Caddyfile has no line "admin off" any more.')
  writeFileSync(join(folder, 'Caddyfile'), text)
  studio(folder)
  const address = (name: string) =>
    tls ? `https://${name}.example.org` : `http://${name}.example.org:${port}`
  const child = spawn(String(caddy), ['run', '--config', 'Caddyfile'], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      SITE_URL: 'https://meetings.example.org',
      SITE_ADDRESS: address('meetings'),
      STUDIO_ADDRESS: address('studio'),
      SITE_UPSTREAM: site,
      LAKE_UPSTREAM: `127.0.0.1:${lakePort}`,
      SANITY_API_WRITE_TOKEN: tokens.SANITY_API_WRITE_TOKEN,
      EDITORS: `ana ${hash}\nben ${hash}`,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
    },
  })
  return {
    port,
    stop: () => {
      child.kill()
      rmSync(folder, {recursive: true, force: true})
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
