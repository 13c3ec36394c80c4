/** Follows all links of the site from these paths. @returns the response text of each path */
export async function crawl(site: string, from: string[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const queue = [...from]
  for (let next = queue.shift(); next !== undefined && seen.size < 400; next = queue.shift()) {
    if (seen.has(next)) continue
    const text = await (await fetch(new URL(next, site))).text()
    seen.set(next, text)
    const links = [...text.matchAll(/(?:href|src)="(\/[^"#?]*)/g)].map(([, link]) => link ?? '')
    queue.push(...links.filter((link) => !link.startsWith('//') && !link.includes('disable')))
  }
  return seen
}
