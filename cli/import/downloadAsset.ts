import {createWriteStream} from 'node:fs'
import {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {type FeedFetch, type FeedResponse, fetchFailureOf} from '@touchpoints/calendar/fetch'

import {addressProblem} from './assetSource.ts'
import type {ImportLimits} from './importLimits.ts'
import {newFile} from './newFile.ts'

/** The outcome of one download: a file, or why there is none and what to do. */
export type Download = {kind: 'file'; path: string} | {kind: 'refused'; why: string}

export interface DownloadOptions {
  /** Connects to public addresses and to allowed hosts only. */
  fetch: FeedFetch
  allowHosts: readonly string[]
  limits: Pick<ImportLimits, 'assetBytes' | 'downloadTime' | 'redirects'>
  /** Takes bytes of the limit for all downloads. Returns false when they exceed it. */
  takeBytes: (count: number) => boolean
  folder: string
  signal: AbortSignal
}

/** Downloads an image or a file. Checks the address of each redirect. Never throws. */
export async function downloadAsset(address: string, options: DownloadOptions): Promise<Download> {
  const {fetch, allowHosts, limits, signal} = options
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), limits.downloadTime)
  const stopped = AbortSignal.any([signal, stop.signal])
  let url = address
  try {
    for (let hops = 0; hops <= limits.redirects; hops++) {
      const problem = addressProblem(url, allowHosts)
      if (problem !== undefined) return refused(`It redirects to ${url}. ${problem}`)
      const response = await fetch(url, {headers, redirect: 'manual', signal: stopped})
      const next = redirectOf(response, url)
      if (next === undefined) return await save(response, url, options, stopped)
      await pipeline(
        response.body ?? [],
        limitedBytes(() => true, 64 * 1024),
        discard,
      )
      url = next
    }
    return refused('It redirects too many times. Use the final address.')
  } catch (error) {
    if (error instanceof TooLargeError) return refused(error.message)
    if (stopped.aborted) {
      return refused(`It was not complete within ${limits.downloadTime / 1000} s. Try again later.`)
    }
    const failure = fetchFailureOf(error)
    if (failure.kind === 'unreachable')
      return refused(`It could not be downloaded (${failure.reason}).`)
    return refused(
      `${URL.parse(url)?.host ?? url} is a private or reserved address, which is not requested. Add --allow-host with this host if you trust it.`,
    )
  } finally {
    clearTimeout(timer)
    // Stop the download of a body that was not read.
    stop.abort()
  }
}

const headers = {accept: '*/*', 'user-agent': 'touchpoints (import)'}

function redirectOf({status, headers: received}: FeedResponse, url: string): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined
  const location = received.get('location')
  return location === null ? undefined : (URL.parse(location, url)?.href ?? location)
}

async function save(
  {status, body}: FeedResponse,
  url: string,
  {folder, limits, takeBytes}: DownloadOptions,
  signal: AbortSignal,
): Promise<Download> {
  if (status !== 200)
    return refused(`The server responded with status ${status}. Check the address.`)
  const path = await newFile(folder, new URL(url).pathname)
  const limited = limitedBytes(takeBytes, limits.assetBytes)
  await pipeline(body ?? [], limited, createWriteStream(path, {flags: 'wx', mode: 0o600}), {signal})
  return {kind: 'file', path}
}

class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

function limitedBytes(takeBytes: (count: number) => boolean, max: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      if (bytes > max)
        done(new TooLargeError(`It is larger than ${max} bytes. Upload it in the Studio.`))
      else if (takeBytes(chunk.length)) done(null, chunk)
      else {
        const message =
          'All downloads together are too large. Import an archive, or fewer documents.'
        done(new TooLargeError(message))
      }
    },
  })
}

async function discard(source: AsyncIterable<unknown>): Promise<void> {
  for await (const _chunk of source);
}

function refused(why: string): Download {
  return {kind: 'refused', why}
}
