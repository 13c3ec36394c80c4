import type {LakeOptions} from '@touchpoints/lake'

import {CliError} from '../CliError.ts'

/** Who can reach the lake, and as whom. */
export interface LakeAccess {
  /** The address that the lake listens on. */
  host: string
  options: Pick<LakeOptions, 'allowedHosts' | 'allowedOrigins' | 'tokens'>
  /** The origin of the `url` of images, instead of this machine's. */
  origin?: string
  /** Reads drafts. For what this program itself reads from the lake. */
  readToken?: string
}

/**
 * Reads from environment variables who can reach the lake. Without them, it is everyone on this machine.
 *
 * `TOUCHPOINTS_LAKE_ORIGIN` is the `https:` origin where a proxy asks for a login and passes requests on with
 * the token that may write. Then strangers read published content only, and no web page except the Studio at
 * that origin reaches the lake. `TOUCHPOINTS_LAKE_HOST` is the address to listen on; a lake in a container
 * listens on `0.0.0.0`. Clients then also use the name of the machine.
 *
 * @throws CliError that names the variable that is missing or invalid
 * @example
 * readLakeAccess({}, 'lake') // {host: '127.0.0.1', options: {}}
 */
export function readLakeAccess(
  env: Readonly<Record<string, string | undefined>>,
  machineName: string,
): LakeAccess {
  const host = env['TOUCHPOINTS_LAKE_HOST'] || '127.0.0.1'
  const origin = readOrigin(env['TOUCHPOINTS_LAKE_ORIGIN'])
  if (origin === undefined) {
    if (host === '127.0.0.1') return {host, options: {}}
    throw new CliError(
      'setting',
      `TOUCHPOINTS_LAKE_HOST is ${host}, so other machines can reach the Content Lake. Set TOUCHPOINTS_LAKE_ORIGIN to the address where a proxy asks for a login, such as https://studio.example.org.`,
    )
  }
  const readToken = required(env, 'SANITY_API_READ_TOKEN')
  const writeToken = required(env, 'SANITY_API_WRITE_TOKEN')
  return {
    host,
    origin,
    readToken,
    options: {
      allowedOrigins: [origin],
      allowedHosts: [new URL(origin).hostname, machineName.toLowerCase()],
      tokens: [
        {token: readToken, role: 'read', name: 'Site'},
        {token: writeToken, role: 'write', name: 'Editors'},
      ],
    },
  }
}

function readOrigin(value: string | undefined): string | undefined {
  if (!value) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url?.protocol === 'https:' && url.pathname === '/' && !url.search && !url.hash) {
    return url.origin
  }
  throw new CliError(
    'setting',
    `TOUCHPOINTS_LAKE_ORIGIN is "${value}": expected scheme and host of an https address, such as https://studio.example.org.`,
  )
}

function required(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name]
  if (value) return value
  throw new CliError(
    'setting',
    `${name} is not set. A Content Lake that other machines reach needs it. Set it to at least 16 random characters, such as the output of: openssl rand -hex 24`,
  )
}
