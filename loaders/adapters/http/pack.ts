import {lru} from 'tiny-lru'

/** A response body that is ready to be sent, any number of times. */
export interface Packed {
  contentType: string
  plain: Uint8Array<ArrayBuffer>
  /** Absent when compression would save nothing, or is done by another server. */
  gzip?: Uint8Array<ArrayBuffer>
  etag: string
}

/** Bytes, about one network packet. Below that, compression saves nothing. */
const minCompressedBytes = 1000

/** Maximum of cached bodies. Each is stored plain and compressed. */
const maxBodies = 100

/**
 * Returns a function that packs texts. It caches them by ETag: when a new snapshot has the same content,
 * its text is not compressed again (2.4 ms for 180 kB, compared with 0.3 ms for the digest).
 */
export function packer(
  {compress} = {compress: true},
): (text: string, contentType: string) => Promise<Packed> {
  const zip = compress ? compressed : (packed: Packed) => packed
  const cache = lru<Packed>(maxBodies)
  return async (text, contentType) => {
    const plain = new TextEncoder().encode(text)
    const etag = await etagOf(plain)
    const key = `${etag} ${contentType}`
    const packed = cache.get(key) ?? (await zip({contentType, plain, etag}))
    cache.set(key, packed)
    return packed
  }
}

/** Weak, because the plain and the compressed body have the same tag (RFC 9110 section 8.8.1). */
async function etagOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0'))
  return `W/"${hex.join('')}"`
}

async function compressed(packed: Packed): Promise<Packed> {
  const {plain} = packed
  if (plain.length < minCompressedBytes) return packed
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'))
  return {...packed, gzip: new Uint8Array(await new Response(stream).arrayBuffer())}
}
