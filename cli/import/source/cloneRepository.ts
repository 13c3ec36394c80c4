import {lookup} from 'node:dns/promises'
import {lstat, readdir} from 'node:fs/promises'
import {isIP, type LookupFunction} from 'node:net'
import {join} from 'node:path'
import {fetchPage, guardedFetch} from '@touchpoints/calendar/fetch'

import {CliError} from '../../CliError.ts'
import {reasonOf} from '../../reasonOf.ts'
import type {ImportLimits} from '../importLimits.ts'
import {type GitOptions, runGit} from './runGit.ts'

export interface CloneOptions {
  limits: Pick<ImportLimits, 'cloneBytes' | 'cloneTime'>
  env: GitOptions['env']
  signal: AbortSignal
  /** Returns settings of git that keep it at a checked address. Defaults to `pinnedAddress`. */
  pin?: (url: string) => Promise<readonly string[]>
  /** Defaults to the branch that the host shows first. */
  branch?: string
  /** Protocols for git. Defaults to `https`. */
  protocols?: readonly string[]
}

/**
 * Clones a repository with its history into an empty folder.
 *
 * @throws CliError when the address is private, does not answer, or the repository exceeds a limit
 */
export async function cloneRepository(
  url: string,
  folder: string,
  {limits, env, signal, branch, pin = pinnedAddress, protocols = ['https']}: CloneOptions,
): Promise<void> {
  const settings = await pin(url)
  const tooLarge = new AbortController()
  const watch = setInterval(() => {
    void sizeOf(folder).then((bytes) => {
      if (bytes > limits.cloneBytes) tooLarge.abort()
    })
  }, 500)
  const args = [
    'clone',
    '--quiet',
    '--single-branch',
    '--no-tags',
    '--template=',
    ...(branch === undefined ? [] : [`--branch=${branch}`]),
    '--',
    url,
    folder,
  ]
  try {
    await runGit(args, {
      env,
      protocols,
      timeout: limits.cloneTime,
      signal: AbortSignal.any([signal, tooLarge.signal]),
      settings,
    })
    if ((await sizeOf(folder)) > limits.cloneBytes) tooLarge.abort()
  } catch (error) {
    if (!tooLarge.signal.aborted) {
      throw new CliError(
        'bad-input',
        `Could not clone ${url} (${reasonOf(error)}). Check the address.`,
        {
          cause: error,
        },
      )
    }
  } finally {
    clearInterval(watch)
  }
  if (tooLarge.signal.aborted) {
    throw new CliError(
      'bad-input',
      `${url} has more than ${limits.cloneBytes} bytes, which is the limit. Clone it yourself, and import a folder of it.`,
    )
  }
}

/**
 * Checks the address of a host and returns the setting that keeps git at it. Without the setting, git would
 * resolve the name again and could get a private address.
 */
export async function pinnedAddress(url: string): Promise<readonly string[]> {
  const {hostname, port} = new URL(url)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const {address, family} = await lookup(host).catch((error: unknown) => {
    throw new CliError(
      'bad-input',
      `Could not find ${host} (${reasonOf(error)}). Check the address.`,
    )
  })
  const checked: LookupFunction = (_name, _options, callback) => callback(null, [{address, family}])
  const fetch = guardedFetch({lookup: checked})
  const probe = `${url.replace(/\/$/, '')}/info/refs?service=git-upload-pack`
  const page = await fetchPage(probe, {fetch})
  if ('failure' in page) {
    throw new CliError(
      'bad-input',
      `Could not clone ${url}. ${page.failure.replaceAll('feed', 'page')} Check the address.`,
    )
  }
  return isIP(host) === 0 ? [`http.curloptResolve=${host}:${port || '443'}:${address}`] : []
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true}).catch(() => [])
  let bytes = 0
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const {size} = await lstat(join(entry.parentPath, entry.name)).catch(() => ({size: 0}))
    bytes += size
  }
  return bytes
}
