import {absoluteUrl} from '../../links/absoluteUrl.ts'
import {path} from '../../links/path.ts'
import type {SitePage} from './sitePages.ts'

/** Addresses in one file, https://www.sitemaps.org/protocol.html. */
export const maxAddresses = 50_000

/**
 * Returns the sitemap of a site: each page in each language, with its alternates. A site with more addresses than
 * fit in one file gets an index, and its files by number.
 *
 * The format is six elements and one character to escape, so it is written here. A package for it writes streams.
 *
 * @param part - number of a file, from 1. Undefined for the file that robots.txt names
 * @returns undefined for a number without a file
 */
export function sitemap(
  pages: readonly SitePage[],
  part?: number,
  max: number = maxAddresses,
): string | undefined {
  const addresses = pages.flatMap((page) =>
    page.alternates.length === 0
      ? [{page, own: page.path}]
      : page.alternates.map((alternate) => ({page, own: alternate.path})),
  )
  const files = Math.max(1, Math.ceil(addresses.length / max))
  if (part === undefined && files > 1) return index(files)
  if (part === 0 || (part ?? 1) > files) return undefined
  const start = ((part ?? 1) - 1) * max
  const urls = addresses.slice(start, start + max).map(({page, own}) => entry(page, own))
  return `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

function entry({updatedAt, alternates}: SitePage, own: SitePage['path']): string {
  const modified = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : ''
  const [standard] = alternates
  const links = [...alternates, ...(standard ? [{...standard, language: 'x-default'}] : [])].map(
    (each) =>
      `<xhtml:link rel="alternate" hreflang="${each.language}" href="${addressOf(each.path)}"/>`,
  )
  return `<url><loc>${addressOf(own)}</loc>${modified}${links.join('')}</url>\n`
}

function index(files: number): string {
  const parts = Array.from({length: files}, (_, number) => {
    const address = addressOf(path`/sitemap.xml?page=${String(number + 1)}`)
    return `<sitemap><loc>${address}</loc></sitemap>\n`
  })
  return `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.join('')}</sitemapindex>\n`
}

/** A URL has no character that XML reserves but the ampersand. */
function addressOf(own: SitePage['path']): string {
  return absoluteUrl(own).replaceAll('&', '&amp;')
}
