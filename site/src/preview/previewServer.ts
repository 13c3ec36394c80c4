import {randomUUID} from 'node:crypto'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {apiVersion} from 'touchpoints'
import {createPreviewHandler, monitor} from 'touchpoints/http'
import {
  lakeNonceStore,
  type NonceStore,
  liveChanges,
  memoryNonceStore,
  readSession,
  type Share,
  shareLinks,
  usedSecrets,
} from 'touchpoints/preview'

import {answers, environment, loader} from '../loader.ts'
import {isStatic} from '../output.ts'
import {noChanges} from './noChanges.ts'
import {persistentKey} from './persistentKey.ts'

/**
 * The server side of previews. The token stays in this file and the loader. A browser gets only a signed
 * cookie and pages.
 */
const {projectId, dataset, apiHost, token, writeToken, dataFolder} = environment

/**
 * Reads drafts. An embedded lake without tokens lets everyone on the machine read drafts, with any token.
 * The hosted one needs a real token, and without one there is no preview.
 */
export const previewToken = token ?? (isLocal(apiHost) ? 'local' : undefined)

/** Signs sessions and links. All processes of a site need the same key. */
export const previewKey = environment.previewKey ?? token ?? storedKey()

/** Returns the real time for sessions and links, even if pages are rendered for a fixed date. */
export const clock = () => Date.now()

const client = clientWith(previewToken)

/** Writes the ledger. An embedded lake accepts any token. Elsewhere, a write token is required. */
const ledgerToken = writeToken ?? (token === undefined ? previewToken : undefined)

const shares = shareLinks({key: previewKey, nonces: ledgerOf('share'), now: clock})

/**
 * Opens a shared link. Returns `invalid` if it has expired, was revoked or never existed, and `unknown` if
 * the Content Lake could not be reached.
 */
export async function openShare(text: string): Promise<Share | 'invalid' | 'unknown'> {
  try {
    return (await shares.open(text)) ?? 'invalid'
  } catch (error) {
    report(error)
    return 'unknown'
  }
}

/** Whether this site signed a shared link. It may have expired or been revoked since. */
export const isSignedShare = (text: string) => shares.isSigned(text)

/** Returns the valid links of a document. Returns none if the query fails, because the page works without them. */
export async function sharesOf(documentId: string): Promise<Share[]> {
  try {
    return await shares.of(documentId)
  } catch (error) {
    report(error)
    return []
  }
}

/** Whether a `Cookie` header opens a preview. */
export async function hasSession(cookie: string): Promise<boolean> {
  if (!previewToken) return false
  const request = new Request(environment.siteUrl, {headers: {cookie}})
  return (await readSession(request, previewKey, clock())) !== undefined
}

/** Milliseconds. Anyone can send a secret, and each check occupies a place in a queue. */
const secretDeadline = 2000

/** Checks whether the Studio created the secret in a URL. */
export const validateSecret = async (url: string) =>
  previewToken
    ? validatePreviewUrl(client.withConfig({timeout: secretDeadline}), url)
    : {isValid: false}

export const publishedChanges = isStatic ? noChanges : liveChanges(client.live)
export const draftChanges = isStatic ? noChanges : liveChanges(client.live, {includeDrafts: true})

// Before any other listener: a page that is rendered after an event must not contain an answer from before it.
publishedChanges.subscribe((message) => {
  if (message.type === 'message') answers.outdate(message.tags)
})

// Health must be true when nobody visits, and a lake that hangs looks like one without changes.
if (!isStatic) monitor({loader, changes: [publishedChanges, draftChanges]})

export const previewHandler = createPreviewHandler({
  validate: validateSecret,
  usedSecrets: usedSecrets({nonces: ledgerOf('usedSecret'), now: clock}),
  shares,
  changes: draftChanges,
  key: previewKey,
  now: clock,
})

/** Returns the stored key. If that fails, previews still work, but signatures are lost with the process. */
function storedKey(): string {
  try {
    return previewToken ? persistentKey(join(dataFolder, 'preview-key')) : randomUUID()
  } catch (error) {
    report(error)
    return randomUUID()
  }
}

function report(error: unknown): void {
  process.stderr.write(`Preview error: ${String(error)}\n`)
}

/** Returns a ledger that all processes share and that survives a restart, or a ledger in memory without a token. */
function ledgerOf(kind: string): NonceStore {
  return ledgerToken
    ? lakeNonceStore(clientWith(ledgerToken), kind, clock)
    : memoryNonceStore(clock)
}

function clientWith(bearer: string | undefined) {
  return createClient({
    projectId,
    dataset,
    apiVersion,
    useCdn: false,
    // The default is five minutes. An editor must not wait that long for a lake that hangs.
    timeout: 10_000,
    ...(bearer && {token: bearer}),
    ...(apiHost && {apiHost, useProjectHostname: false}),
  })
}

function isLocal(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(host).hostname)
}
