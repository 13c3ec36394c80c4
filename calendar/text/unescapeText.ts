/** Decodes the escapes of a TEXT value (RFC 5545 section 3.3.11). */
export function unescapeText(value: string): string {
  return value.includes('\\') ? value.replaceAll(/\\([\\;,nN])/g, unescapeOne) : value
}

function unescapeOne(_escape: string, char: string): string {
  return char === 'n' || char === 'N' ? '\n' : char
}
