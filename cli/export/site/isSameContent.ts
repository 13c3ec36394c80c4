import type {FileContent} from './fileContent.ts'

/**
 * The time of the last change of a document. A project keeps its content in files, so each import into a lake in
 * memory writes these times afresh. They alone are no reason to write a file.
 */
const timesOfChange = [
  // The date of a page that begins later is the time of its last change.
  /"date":\s*"([^"]*)",\s*"(?:lastmod|last_modified_at)":\s*"\1",?/g,
  /"(?:updatedAt|changedAt|lastmod|last_modified_at)":\s*"[^"]*",?/g,
  /^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE):.*\n/gm,
  /<(pubDate|lastBuildDate)>[^<]*<\/\1>/g,
]

/** Returns whether two versions of an exported file differ at most in times of the last change and ends of lines. */
export function isSameContent(a: FileContent, b: FileContent): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return Buffer.from(a).equals(Buffer.from(b))
  return a === b || comparable(a) === comparable(b)
}

function comparable(text: string): string {
  return timesOfChange.reduce(
    (rest, pattern) => rest.replaceAll(pattern, ''),
    text.replaceAll('\r\n', '\n'),
  )
}
