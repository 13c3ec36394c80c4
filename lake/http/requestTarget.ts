import {requestError} from './apiError.ts'

/**
 * Parses the target of a request as Node passes it on: a path, or an absolute URL (RFC 9112, section 3.2).
 *
 * @throws ApiError 400 if it is neither, or if its path has an invalid percent escape
 */
export function parseTarget(target: string): URL {
  const text = target.startsWith('/') ? `http://localhost${target}` : target
  if (!URL.canParse(text)) {
    throw requestError(400, 'The request target is not a path. Start it with a slash.')
  }
  const url = new URL(text)
  assertDecodable(url.pathname)
  return url
}

/** Checks the percent escapes of a path. @throws ApiError 400, also if they are not UTF-8 */
export function assertDecodable(path: string) {
  try {
    decodeURIComponent(path)
  } catch {
    throw requestError(
      400,
      'The path has an invalid percent escape. Encode each part of it with encodeURIComponent.',
    )
  }
}
