import {setTimeout as delay} from 'node:timers/promises'

import type {LastLines} from './lastLines.ts'

export interface FirstResponse {
  /** After redirects. */
  url: string
  /** Describes an error of the program, with the package that is missing if the program names one. */
  fault: (output: LastLines) => string | undefined
}

/**
 * Requests a page until something responds, for two minutes.
 *
 * The page is read, because a dev server with a missing package starts, and answers 500.
 *
 * @param address - read before each request: a program may print another one
 * @param exited - aborts when the program has exited
 * @returns undefined when nothing responded
 */
export async function firstResponse(
  address: () => string,
  exited: AbortSignal,
): Promise<FirstResponse | undefined> {
  const deadline = AbortSignal.any([exited, AbortSignal.timeout(120_000)])
  while (!deadline.aborted) {
    const response = await request(address(), deadline)
    if (response) return response
    await delay(100, undefined, {signal: deadline}).catch(() => undefined)
  }
  return undefined
}

async function request(address: string, signal: AbortSignal): Promise<FirstResponse | undefined> {
  try {
    const response = await fetch(address, {signal})
    // Its status is known. A page that never ends is cut off.
    const text = response.status < 500 ? '' : await response.text().catch(() => '')
    if (response.status < 500) await response.body?.cancel()
    // Pipes bring the program's own words later than the socket.
    else await delay(200)
    return {url: response.url, fault: (output) => describe(response.status, text, output)}
  } catch {
    return undefined
  }
}

function describe(status: number, page: string, output: LastLines): string | undefined {
  if (status < 500) return undefined
  const missing = missingPackage(`${output.text()}\n${page}`)
  const cause = missing
    ? `The package ${missing} is not installed. Run \`npm install\` there. If it is still missing, run \`npm install ${missing}\`.`
    : 'Its output says why:'
  return `responds with ${status}. ${cause}\n${output.text()}`
}

const messages = [
  /Cannot find (?:module|package) ['"]([^'"]+)['"]/,
  /Failed to resolve import ['"]([^'"]+)['"]/,
  /(?:Could not|Can't|Cannot) resolve ['"]([^'"]+)['"]/,
  /Failed to load url ([^\s'"(]+)/,
]

/** Returns the name of the package that an error of Node or of a bundler names, or undefined. */
export function missingPackage(text: string): string | undefined {
  const decoded = text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&#x27;', "'")
  const names = messages.flatMap((message) => message.exec(decoded)?.[1] ?? [])
  const bare = names.find((name) => /^(?:@[\w.-]+\/)?[a-z][\w.-]*(?:\/|$)/i.test(name))
  return bare && /^(?:@[\w.-]+\/)?[\w.-]+/.exec(bare)?.[0]
}
