import {InvalidInputFault} from '../faults.ts'
import {nestsDeeperThan, parseJson} from '../json.ts'
import {reasonOf} from '../reasonOf.ts'
import {requestError} from './apiError.ts'

/** The hosted service's limit. https://www.sanity.io/docs/content-lake/technical-limits */
const maxJsonBytes = 4_000_000

/** Above the limit for documents. Later code walks the value recursively. */
const maxLevels = 100

/**
 * Reads a JSON body.
 *
 * @throws ApiError 413 if the body is too large
 * @throws InvalidInputFault if it is not JSON, or nested too deeply
 */
export async function readJson(request: Request, limit = maxJsonBytes): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request, limit))
  const value = tryParse(text)
  if (nestsDeeperThan(value, maxLevels)) {
    throw new InvalidInputFault(`The body is nested more than ${maxLevels} levels deep`)
  }
  return value
}

function tryParse(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    const detail = reasonOf(error)
    throw new InvalidInputFault(`The body is not JSON: ${detail}`)
  }
}

/** Reads a body. Stops at the limit, even if the headers announce fewer bytes. @throws ApiError 413 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => requestError(413, `The body exceeds the limit of ${limit} bytes`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
