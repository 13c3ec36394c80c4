import {InvalidInputFault} from '../faults.ts'
import {nestsDeeperThan, parseJson} from '../json.ts'
import {reasonOf} from '../reasonOf.ts'
import {requestError} from './apiError.ts'

/** The hosted service's limit for a request. https://www.sanity.io/docs/content-lake/technical-limits */
const maxJsonBytes = 4_000_000

/** More than any document may have; what is read here is then walked by recursion. */
const maxLevels = 100

/** @throws ApiError 413 when it is too large, InvalidInputFault when it is no JSON. */
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

/** Stops reading at the limit, whatever the headers say. @throws ApiError 413 */
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
