/** Returns a random key for an item of an array. */
export function newKey(): string {
  return crypto.randomUUID().slice(0, 13).replace('-', '')
}
