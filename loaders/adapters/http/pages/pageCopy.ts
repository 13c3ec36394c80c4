import type {ContentCoding} from '../acceptsEncoding.ts'
import type {StoredPage} from './page.ts'

/** Compresses a body. */
export type Encoder = (body: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>

/** Content codings by preference: the first one that a client accepts is sent. */
export type Encoders = readonly (readonly [ContentCoding, Encoder])[]

/** Compresses with what every runtime has. */
export const gzipOnly: Encoders = [['gzip', gzip]]

/** One body of a page in one coding. Each has a strong tag of its own (RFC 9110 section 8.8.3). */
export interface EncodedBody {
  coding: ContentCoding | 'identity'
  bytes: Uint8Array<ArrayBuffer>
  etag: string
}

/** A page as it is cached: compressed once, ready to be sent any number of times. */
export interface PageCopy {
  page: StoredPage
  /** By preference. The uncompressed one is last. */
  bodies: readonly EncodedBody[]
  /** Digest of the uncompressed body. */
  digest: string
  /** When the body was first seen, milliseconds since 1970. */
  lastModified: number
  /** Size of all bodies in memory. */
  bytes: number
}

/** Bytes, about one network packet. Below that, compression saves nothing. */
const minCompressedBytes = 1000

/**
 * Compresses a page and computes its validators.
 *
 * @param previous - the copy that this one replaces. The same body keeps its `Last-Modified`.
 */
export async function pageCopy(
  page: StoredPage,
  encoders: Encoders,
  previous?: PageCopy,
): Promise<PageCopy> {
  const digest = await digestOf(page.body)
  const used = page.body.length < minCompressedBytes ? [] : encoders
  const encoded = await Promise.all(
    used.map(async ([coding, encode]) => ({
      coding,
      bytes: await encode(page.body),
      etag: `"${digest}-${coding}"`,
    })),
  )
  const identity = {coding: 'identity', bytes: page.body, etag: `"${digest}"`} as const
  const bodies = [...encoded, identity]
  const isSame = previous?.digest === digest
  return {
    page,
    bodies,
    digest,
    lastModified: isSame ? previous.lastModified : page.renderedAt,
    bytes: bodies.reduce((sum, {bytes}) => sum + bytes.length, 0),
  }
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function gzip(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
