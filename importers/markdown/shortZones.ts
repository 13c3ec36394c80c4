/** Abbreviations of standard time and of summer time, by the name of the clock. */
const clocks: Readonly<Record<string, readonly [string, string]>> = {
  eastern: ['EST', 'EDT'],
  central: ['CST', 'CDT'],
  mountain: ['MST', 'MDT'],
  pacific: ['PST', 'PDT'],
  alaska: ['AKST', 'AKDT'],
  atlantic: ['AST', 'ADT'],
  'central european': ['CET', 'CEST'],
  'eastern european': ['EET', 'EEST'],
  'western european': ['WET', 'WEST'],
  british: ['GMT', 'BST'],
  'australian eastern': ['AEST', 'AEDT'],
  'australian central': ['ACST', 'ACDT'],
  'new zealand': ['NZST', 'NZDT'],
}
const long = new RegExp(
  String.raw`\b(${Object.keys(clocks)
    .toSorted((a, b) => b.length - a.length)
    .join('|')}) (standard|daylight|summer)(?: saving)? time\b`,
  'gi',
)

/**
 * Writes the long names of standard and summer time as their abbreviations. They have the same doubt: "Eastern Standard
 * Time" in July is New York to most authors, and an hour later to the letter.
 *
 * @example shortZones('10:00 Eastern Standard Time') // '10:00 EST'
 */
export function shortZones(text: string): string {
  return text
    .replaceAll(/\bgreenwich mean time\b/gi, 'GMT')
    .replaceAll(long, (written, clock: string, half: string) => {
      const [standard, summer] = clocks[clock.toLowerCase()] ?? [written, written]
      return half.toLowerCase() === 'standard' ? standard : summer
    })
}
