/**
 * Returns a text as a part of an address: lower case, without marks, with hyphens between words. Letters of each
 * script stay.
 *
 * @example slugOf('Q&A, Madrid') // 'q-a-madrid'
 */
export function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu)?.join('-') ?? ''
}
