import {parseJson} from '../json.ts'
import {requestError, validationError} from './apiError.ts'

/** The hosted service's limit for one transaction. */
const maxJsonBytes = 4 * 1024 * 1024

/** @throws ApiError 413 when it is too large, 400 when it is no JSON. */
export async function readJson(request: Request, limit = maxJsonBytes): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request, limit))
  try {
    return parseJson(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw validationError(`The body is not JSON: ${detail}`)
  }
}

/** Stops reading at the limit, whatever the headers say. @throws ApiError 413 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    requestError(413, `The body is larger than ${Math.floor(limit / 1024 / 1024)} MB`)
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
