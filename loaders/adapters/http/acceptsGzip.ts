/** Whether an `Accept-Encoding` header accepts gzip (RFC 9110 section 12.5.3). */
export function acceptsGzip(accepted: string | null): boolean {
  if (accepted === null) return false
  return accepted.split(',').some((coding) => {
    const [name, quality] = coding
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    return (name === 'gzip' || name === '*') && !/^q=0(?:\.0*)?$/.test(quality ?? '')
  })
}
