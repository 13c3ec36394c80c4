/** A content coding that responses are compressed with. */
export type ContentCoding = 'br' | 'gzip'

/**
 * Whether an `Accept-Encoding` header accepts a content coding (RFC 9110 section 12.5.3). A coding that
 * the header names has precedence over `*`.
 *
 * @example acceptsEncoding('br;q=0, *', 'br') // false
 */
export function acceptsEncoding(
  accepted: string | null | undefined,
  coding: ContentCoding,
): boolean {
  if (!accepted) return false
  const preferences = new Map(
    accepted.split(',').map((preference) => {
      const [name = '', quality = ''] = preference
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      return [name, !/^q=0(?:\.0*)?$/.test(quality)]
    }),
  )
  return preferences.get(coding) ?? preferences.get('*') ?? false
}
