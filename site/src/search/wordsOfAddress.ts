import {maxQueryLength} from './readSearchRequest.ts'

/**
 * Returns the words of the last part of an address, to search for what has moved. Dates in front are left out.
 *
 * @example wordsOfAddress('/meetings/2024-03-28-security-management/') // 'security management'
 */
export function wordsOfAddress(pathname: string): string {
  const [last = ''] = pathname.split('/').filter(Boolean).slice(-1)
  return decode(last)
    .replace(/\.\w+$/, '')
    .replace(/^\d{4}-\d{2}(?:-\d{2})?(?:-|$)/, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, maxQueryLength)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign is no word.
    return text
  }
}
