import {randomUUID} from 'node:crypto'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {createPreviewHandler} from 'touchpoints/http'
import {
  lakeLedger,
  type Ledger,
  liveChanges,
  memoryLedger,
  type Share,
  shareLinks,
  usedSecrets,
} from 'touchpoints/preview'

import {environment} from '../loader.ts'
import {keptKey} from './keptKey.ts'

/**
 * What previews need on the server. The token stays in this file and the loader; a browser gets a
 * signed cookie and pages.
 */
const {projectId, dataset, apiHost, token, writeToken, dataFolder} = environment

/**
 * An embedded lake without tokens lets everyone on the machine read drafts and takes any token for
 * that; the hosted one needs a real token, and without one there is no preview.
 */
export const previewToken = token ?? (isLocal(apiHost) ? 'local' : undefined)

/** Signs sessions and links: all processes of a site need the same. */
export const previewKey = environment.previewKey ?? token ?? ownKey()

/** The clock of sessions and links: theirs is the real time, even on a page as of another day. */
export const clock = () => Date.now()

const client = clientWith(previewToken)

/** What may write the ledger: on this machine everyone, elsewhere a token that was given for it. */
const ledgerToken = writeToken ?? (token === undefined ? previewToken : undefined)

const shares = shareLinks({key: previewKey, ledger: ledgerOf('share'), now: clock})

/** What a link opens: `ended` when it is over, was taken back or never was one, `unknown` when the lake is away. */
export async function openShare(text: string): Promise<Share | 'ended' | 'unknown'> {
  try {
    return (await shares.open(text)) ?? 'ended'
  } catch (error) {
    report(error)
    return 'unknown'
  }
}

/** The good links of a document; none when they cannot be asked for, as the page shows without them. */
export async function sharesOf(documentId: string): Promise<Share[]> {
  try {
    return await shares.of(documentId)
  } catch (error) {
    report(error)
    return []
  }
}

/** Whether the Studio made the secret in an address. */
export const validateSecret = async (url: string) =>
  previewToken ? validatePreviewUrl(client, url) : {isValid: false}

export const publishedChanges = liveChanges(client.live)
export const draftChanges = liveChanges(client.live, {includeDrafts: true})

export const previewHandler = createPreviewHandler({
  validate: validateSecret,
  usedSecrets: usedSecrets({ledger: ledgerOf('usedSecret'), now: clock}),
  shares,
  changes: draftChanges,
  key: previewKey,
  now: clock,
  onError: report,
})

/** Without it previews still work; what was signed ends with the process. */
function ownKey(): string {
  try {
    return previewToken ? keptKey(join(dataFolder, 'preview-key')) : randomUUID()
  } catch (error) {
    report(error)
    return randomUUID()
  }
}

function report(error: unknown): void {
  process.stderr.write(`The preview failed: ${String(error)}\n`)
}

/** Shared by all processes and kept over a restart where there is a token for it, else neither. */
function ledgerOf(kind: string): Ledger {
  return ledgerToken ? lakeLedger(clientWith(ledgerToken), kind, clock) : memoryLedger(clock)
}

function clientWith(bearer: string | undefined) {
  return createClient({
    projectId,
    dataset,
    apiVersion: '2025-02-19',
    useCdn: false,
    ...(bearer && {token: bearer}),
    ...(apiHost && {apiHost, useProjectHostname: false}),
  })
}

function isLocal(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(host).hostname)
}
