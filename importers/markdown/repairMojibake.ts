/** Maps characters of the Macintosh encoding to their bytes, 0x80 to 0xFF. */
const byteOf = new Map(
  Array.from({length: 128}, (_, index) => {
    const byte = index + 128
    return [new TextDecoder('macintosh').decode(Uint8Array.of(byte)), byte] as const
  }),
)

/**
 * Repairs emoji that were saved as UTF-8 and read as Macintosh text ("‚≠ê" for a star). Leaves other
 * non-ASCII letters ("é", "ü"), because their Macintosh bytes are not valid UTF-8.
 */
export function repairMojibake(text: string): string {
  return text.replaceAll(/[\u0080-\uFFFF]{2,}/g, (run) => {
    const bytes = Array.from(run, (character) => byteOf.get(character))
    const known = bytes.filter((byte) => byte !== undefined)
    if (known.length < bytes.length) return run
    try {
      return new TextDecoder('utf-8', {fatal: true}).decode(Uint8Array.from(known))
    } catch {
      return run
    }
  })
}
