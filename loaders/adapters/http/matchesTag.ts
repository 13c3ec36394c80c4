/** Whether an `If-None-Match` header contains a tag, by weak comparison (RFC 9110 section 13.1.2). */
export function matchesTag(header: string | null | undefined, etag: string): boolean {
  if (header === null || header === undefined) return false
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((tag) => opaque(tag) === opaque(etag))
}
