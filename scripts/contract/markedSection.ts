/** Lines of a page that a script writes between. */
export interface Markers {
  start: string
  end: string
}

export const contractStart = '<!-- contract:start (npm run contract writes this part) -->'
export const contractEnd = '<!-- contract:end -->'

export const cliMarkers = {
  start: '<!-- sanity-cli:start (npm run contract -- --cli writes this part) -->',
  end: '<!-- sanity-cli:end -->',
} as const satisfies Markers

/** Replaces what is between the markers in a page. @throws Error if a marker is missing or occurs twice */
export function replaceMarked(
  page: string,
  content: string,
  {start, end}: Markers = {start: contractStart, end: contractEnd},
): string {
  const before = page.split(start)
  const after = page.split(end)
  if (before.length !== 2 || after.length !== 2) {
    throw new Error(`The page must have each of these lines once: ${start}, ${end}`)
  }
  return `${before[0]}${start}\n\n${content}\n\n${end}${after[1]}`
}
