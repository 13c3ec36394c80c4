export const contractStart = '<!-- contract:start (npm run contract writes this part) -->'
export const contractEnd = '<!-- contract:end -->'

/** Replaces what is between the markers in a page. @throws Error if a marker is missing or occurs twice */
export function replaceMarked(page: string, content: string): string {
  const before = page.split(contractStart)
  const after = page.split(contractEnd)
  if (before.length !== 2 || after.length !== 2) {
    throw new Error(`The page must have each of these lines once: ${contractStart}, ${contractEnd}`)
  }
  return `${before[0]}${contractStart}\n\n${content}\n\n${contractEnd}${after[1]}`
}
