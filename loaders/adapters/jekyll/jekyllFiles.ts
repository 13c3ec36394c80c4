import {
  dataFiles,
  feedFiles,
  sessionFront,
  templatesIn,
  type DataFilesOptions,
  type SiteContent,
} from '../files/index.ts'

/** Where a site reads the files of one language. Paths are relative to the root of the site. */
export interface JekyllPlace {
  /** Folder of the data files. Templates find it as `site.data.touchpoints`, or `languages/es` in that. */
  data: string
  /** Folder of the files that the site serves as they are. */
  files: string
  /** The same folder as a path on the site. */
  path: string
}

/** Pages that the export adds to a site. */
export interface JekyllPages {
  /** Folder of the collection `touchpoints`. */
  collection: string
  /** The site's layout for them. Undefined when it has none. */
  layout: string | undefined
  /** File of the meetings page. Undefined when the site has its own. */
  meetingsPage: string | undefined
}

export interface JekyllOptions extends DataFilesOptions {
  /** Address of the site. Its host is the suffix of the UIDs in calendar.ics. */
  siteUrl: string
  place: JekyllPlace
  /** Path of the script with the custom elements on the site. Without it, the site has none. */
  script?: string | undefined
  /** Without them, the export has data and no page. */
  pages?: JekyllPages | undefined
}

/** Returns the files of one language for a Jekyll site, by path from its root. See `jekyllIncludes` for its templates. */
export function jekyllFiles(content: SiteContent, options: JekyllOptions): Map<string, string> {
  const {siteUrl, place, script, pages, renderText} = options
  const files = new Map<string, string>()
  const data = (name: string, value: unknown) =>
    files.set(`${place.data}/${name}.json`, `${JSON.stringify(value, null, 2)}\n`)
  for (const [name, value] of dataFiles(content, {renderText})) data(name, value)
  data('settings', {script: script ?? null, path: place.path})
  for (const [name, text] of feedFiles(content, {siteUrl, path: place.path})) {
    files.set(`${place.files}/${name}`, text)
  }
  if (pages === undefined) return files
  const {collection, layout, meetingsPage} = pages
  const own = layout === undefined ? {} : {layout}
  for (const {params, lastmod, ...front} of content.touchpoints.map(sessionFront)) {
    const page = pageFile({...own, ...front, last_modified_at: lastmod, ...params}, 'session')
    files.set(`${collection}/${front.slug}.md`, page)
  }
  if (content.page && meetingsPage !== undefined) {
    const {title, path} = content.page
    files.set(meetingsPage, pageFile({...own, title, permalink: path}, 'meetings'))
  }
  return files
}

/** Returns the includes, by path in the site's folder of includes. */
export async function jekyllIncludes(): Promise<Map<string, string>> {
  const templates = await templatesIn(new URL('includes', import.meta.url))
  return new Map([...templates].map(([path, text]) => [`touchpoints/${path}`, text]))
}

/** Returns a page with front matter in JSON, which is YAML, and which no title can break out of. */
function pageFile(front: object, include: 'session' | 'meetings'): string {
  const json = JSON.stringify(front, null, 2)
  return `---\n${json}\n---\n\n{% include touchpoints/${include}.html %}\n`
}
