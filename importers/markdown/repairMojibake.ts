/** The character of each byte from 0x80 to 0xFF in the old Macintosh encoding, and back. */
const byteOf = new Map(
  Array.from({length: 128}, (_, index) => {
    const byte = index + 128
    return [new TextDecoder('macintosh').decode(Uint8Array.of(byte)), byte] as const
  }),
)

/**
 * Emoji that were saved as UTF-8 and read as Macintosh text come as runs of odd letters ("‚≠ê" for a
 * star). Such a run is turned back; letters that only look odd ("é", "ü") are no valid UTF-8 that way
 * and stay.
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
