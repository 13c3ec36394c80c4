import {spawn} from 'node:child_process'

import {CliError} from '../../CliError.ts'
import {reasonOf} from '../../reasonOf.ts'
import type {Shell} from '../../shell.ts'

export interface GitOptions {
  /** Only the path and the proxy of it are passed on. */
  env: Shell['env']
  /** Protocols that git may use. Empty for work in a folder. */
  protocols: readonly string[]
  /** Milliseconds. */
  timeout: number
  signal: AbortSignal
  /** Receives standard output. Return false to stop. */
  onOutput?: (text: string) => boolean
  /** `KEY=value` settings, such as `http.curloptResolve=…`. */
  settings?: readonly string[]
}

/**
 * A repository can name programs in its own settings: hooks, filters, a pager, a program for signatures.
 * These settings turn them off. No settings of the user or the system are read.
 */
const settings = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.symlinks=false',
  'core.sshCommand=false',
  'credential.helper=',
  'filter.lfs.smudge=',
  'filter.lfs.process=',
  'filter.lfs.required=false',
  'http.followRedirects=false',
  'log.showSignature=false',
  'submodule.recurse=false',
  'protocol.allow=never',
] as const

/**
 * Runs the system's git without hooks, prompts, credentials, redirects and programs of the repository.
 *
 * @throws CliError when git is missing, fails, or takes too long
 */
export async function runGit(args: readonly string[], options: GitOptions): Promise<string> {
  const {protocols, timeout, signal, onOutput} = options
  const allowed = protocols.map((protocol) => `protocol.${protocol}.allow=always`)
  const all = [...settings, ...allowed, ...(options.settings ?? [])]
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeout)])
  return new Promise((resolve, reject) => {
    const git = spawn('git', [...all.flatMap((setting) => ['-c', setting]), ...args], {
      env: environment(options),
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: limit,
      killSignal: 'SIGKILL',
    })
    let output = ''
    let errors = ''
    let stopped = false
    git.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stopped) return
      if (!onOutput) output += text
      else if (!onOutput(text)) {
        stopped = true
        git.kill('SIGKILL')
      }
    })
    git.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (errors.length < 4000) errors += text
    })
    git.on('error', (error) =>
      reject(failure(limit.aborted ? tooLong(timeout) : missing(error), error)),
    )
    git.on('close', (code) => {
      if (stopped || code === 0) resolve(output)
      else
        reject(failure(`git failed: ${errors.trim().split('\n').slice(-3).join(' ')}`, undefined))
    })
  })
}

function environment({env, protocols}: GitOptions): Record<string, string> {
  const kept = [
    'PATH',
    'https_proxy',
    'HTTPS_PROXY',
    'no_proxy',
    'NO_PROXY',
    'GIT_SSL_CAINFO',
    'SSL_CERT_FILE',
  ]
  const inherited = kept.flatMap((name) => {
    const value = env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(inherited),
    GIT_ALLOW_PROTOCOL: protocols.length > 0 ? protocols.join(':') : 'none',
    GIT_ASKPASS: 'true',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  }
}

function missing(error: unknown): string {
  return `git could not be started (${reasonOf(error)}). Install git, or import a folder without its history.`
}

function tooLong(timeout: number): string {
  return `git took more than ${timeout / 1000} s. Clone the repository yourself, and import its folder.`
}

function failure(message: string, cause: unknown): CliError {
  return new CliError('bad-input', message, {cause})
}
