import {
  dataFiles,
  feedFiles,
  sessionFront,
  type DataFilesOptions,
  type SiteContent,
} from '../files/index.ts'

/** Where a site reads the files of one language. Paths are relative to the root of the site. */
export interface HugoPlace {
  /** Folder of the pages. */
  content: string
  /** What file names have before `.md`, such as `.es` where one folder has all languages. */
  suffix: string
  /** Folder of the data files. Templates find it as `site.Data.touchpoints`, or `languages/es` in that. */
  data: string
  /** Folder of the files that the site serves as they are. */
  files: string
  /** The same folder as a path on the site. */
  path: string
}

export interface HugoOptions extends DataFilesOptions {
  /** Address of the site. Its host is the suffix of the UIDs in calendar.ics. */
  siteUrl: string
  /** Folder of the sessions' pages in the content. Defaults to `touchpoints`. */
  section?: string
  /**
   * `files` writes a Markdown file for each session. `adapter` writes one `_content.gotmpl` that creates
   * the pages from the data, for Hugo 0.126 and later. Defaults to `files`.
   */
  pages?: 'files' | 'adapter'
  /** Path of the script with the custom elements on the site. Without it, the site has none. */
  script?: string | undefined
  /** File of the meetings page in the content, without suffix and extension. Without it, there is none. */
  meetingsPage?: string | undefined
  /** Defaults to the folders of a site with one language and without configuration. */
  place?: HugoPlace
}

const defaults = {
  section: 'touchpoints',
  pages: 'files',
  place: {
    content: 'content',
    suffix: '',
    data: 'data/touchpoints',
    files: 'static/touchpoints',
    path: 'touchpoints',
  },
} as const satisfies Partial<HugoOptions>

/**
 * Returns the files of one language for a Hugo site, by path from its root: data files, a page for each session, the
 * meetings page, and static files. The shortcodes are separate, see `hugoLayouts`.
 */
export function hugoFiles(content: SiteContent, options: HugoOptions): Map<string, string> {
  const {siteUrl, section, pages, place, renderText, script, meetingsPage} = {
    ...defaults,
    ...options,
  }
  const files = new Map<string, string>()
  const data = (name: string, value: unknown) =>
    files.set(`${place.data}/${name}.json`, `${JSON.stringify(value, null, 2)}\n`)
  for (const [name, value] of dataFiles(content, {renderText})) data(name, value)
  data('settings', {script: script ?? null, section, path: place.path})
  for (const [name, text] of feedFiles(content, {siteUrl, path: place.path})) {
    files.set(`${place.files}/${name}`, text)
  }
  const fronts = content.touchpoints.map(sessionFront)
  if (pages === 'adapter') {
    data('pages', fronts)
    files.set(`${place.content}/${section}/_content${place.suffix}.gotmpl`, contentAdapter)
  } else {
    for (const {params, ...front} of fronts) {
      const file = `${place.content}/${section}/${front.slug}${place.suffix}.md`
      files.set(file, pageFile({...front, ...params}, 'session'))
    }
  }
  if (content.page && meetingsPage !== undefined) {
    const {title, updatedAt} = content.page
    const file = `${place.content}/${meetingsPage}${place.suffix}.md`
    files.set(file, pageFile({title, lastmod: updatedAt}, 'meetings'))
  }
  return files
}

/** Returns a page with front matter in JSON, which Hugo reads, and which no title can break out of. */
function pageFile(front: object, shortcode: 'session' | 'meetings'): string {
  return `${JSON.stringify(front, null, 2)}\n\n{{< touchpoints/${shortcode} >}}\n`
}

/** Creates the same pages from pages.json that `pageFile` writes as files. */
const contentAdapter = `{{- $data := site.Data.touchpoints -}}
{{- with $data.languages }}{{ with index . site.Language.Lang }}{{ $data = . }}{{ end }}{{ end -}}
{{- range $data.pages -}}
  {{- $content := dict "mediaType" "text/markdown" "value" "{{< touchpoints/session >}}" -}}
  {{- $dates := dict "date" (time.AsTime .date) "lastmod" (time.AsTime .lastmod) -}}
  {{- $page := dict "path" .slug "slug" .slug "title" .title "dates" $dates -}}
  {{- $.AddPage (merge $page (dict "params" .params "content" $content)) -}}
{{- end -}}
`
