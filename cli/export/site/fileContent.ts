import {isUtf8} from 'node:buffer'

/** What a file of a site contains: text, or the bytes of an image. */
export type FileContent = string | Uint8Array

/** Returns bytes as text where they are text, such as SVG. Git may convert its ends of lines, so they do not count. */
export function fileContent(bytes: Uint8Array): FileContent {
  return isUtf8(bytes) ? new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes) : bytes
}
