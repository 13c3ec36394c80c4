import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'

/** A built static site. */
export interface BuiltSite {
  /** Folder of the files. */
  folder: string
  /** Public address, with the path below which the site is. */
  siteUrl: string
}

const attributes = /\s(?:href|src|action|srcset|content)="([^"]*)"/g
const urls = /https?:\/\/[^\s"'<>\\)]+/g

/** Returns the paths of the files of a site, relative to its folder. */
export function builtFiles({folder}: Pick<BuiltSite, 'folder'>): string[] {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  return names.filter((name) => statSync(join(folder, name)).isFile())
}

/**
 * Returns each link of a site to itself that leads to no file, with a file that has it: links of pages, and the
 * addresses in feeds, the sitemap and the search.
 */
export function brokenLinks(site: BuiltSite): string[] {
  const {folder, siteUrl} = site
  const root = new URL(siteUrl)
  const base = root.pathname.replace(/\/*$/, '/')
  const known = new Map<string, boolean>()
  const broken = new Map<string, string>()
  for (const name of builtFiles(site)) {
    if (!/\.(?:html|xml|json|ics|txt)$/.test(name)) continue
    const text = readFileSync(join(folder, name), 'utf8')
    const page = new URL(base + name.replace(/index\.html$/, ''), root)
    for (const link of name.endsWith('.html') ? linksOf(text) : addressesOf(name, text)) {
      const target = URL.canParse(link, page) ? new URL(link, page) : undefined
      if (!target || target.host !== root.host) continue
      const {pathname} = target
      if (!known.has(pathname)) known.set(pathname, isBuilt(folder, base, pathname))
      if (known.get(pathname) === false) broken.set(link, name)
    }
  }
  return [...broken].map(([link, name]) => `${link} in ${name}`)
}

function linksOf(html: string): string[] {
  const values = [...html.matchAll(attributes)].map(([text, value = '']) => ({
    text,
    value: value.replaceAll('&amp;', '&'),
  }))
  return values.flatMap(({text, value}) => {
    if (text.startsWith(' srcset'))
      return value.split(',').map((each) => each.trim().split(' ')[0] ?? '')
    // Of the contents of `meta`, only those of addresses are links.
    if (text.startsWith(' content')) return /^https?:/.test(value) ? [value] : []
    return [value]
  })
}

/** Lines of an iCalendar file are folded. */
function addressesOf(name: string, text: string): string[] {
  const whole = name.endsWith('.ics') ? text.replaceAll(/\r\n[ \t]/g, '') : text
  return [...whole.matchAll(urls)].map(([url]) =>
    url
      .replaceAll('&amp;', '&')
      .replace(/\\[n,;].*$/, '')
      .replace(/\*$/, ''),
  )
}

function isBuilt(folder: string, base: string, pathname: string): boolean {
  if (!pathname.startsWith(base)) return false
  const path = join(folder, decodeURIComponent(pathname.slice(base.length)))
  const file = pathname.endsWith('/') ? join(path, 'index.html') : path
  return statSync(file, {throwIfNoEntry: false})?.isFile() ?? false
}
