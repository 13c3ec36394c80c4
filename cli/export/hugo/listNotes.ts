import {readdir, readFile} from 'node:fs/promises'
import {join, posix, sep} from 'node:path'

import type {ContentFile} from './hugoContentFiles.ts'
import type {HugoSite} from './readHugoSite.ts'

export interface ListNotesRequest {
  /** Absolute path of the site. */
  folder: string
  site: Pick<HugoSite, 'layoutFolders' | 'mainSections' | 'configFiles'>
  /** Folder of the sessions' pages. */
  section: string
  /** Number of sessions in a language. */
  sessions: number
  /** The pages of the authors in the default language. */
  pages: readonly ContentFile[]
  /** Files of an earlier export. */
  written: ReadonlyMap<string, string>
}

/**
 * Says where a theme lists the pages of sessions among the site's own. Without `mainSections`, Hugo takes the section
 * with the most pages for the main one, so an export could change what the home page shows.
 */
export async function listNotes(request: ListNotesRequest): Promise<string[]> {
  const {section, sessions, pages, site} = request
  const layouts = await layoutsOf(request)
  const using = (pattern: RegExp) => layouts.find(({text}) => pattern.test(text))?.file
  const main = using(/mainSections/i)
  const largest = largestSection(pages)
  const notes: string[] = []
  const isTaken = site.mainSections.length === 0 && sessions >= (largest?.count ?? 0)
  if (main !== undefined && isTaken && largest) {
    const file = site.configFiles[0] ?? 'hugo.toml'
    notes.push(
      `${main} lists the main section, which for Hugo is the one with the most pages: ${section} has ${sessions}, ${largest.name} has ${largest.count}. Set mainSections in the params of ${file} to ["${largest.name}"], so that this list stays as it is.`,
    )
  }
  const all = using(/(?:\.Site|\bsite)\.(?:RegularPages|Pages|AllPages)\b(?![^}]*mainSections)/)
  if (all !== undefined) {
    notes.push(
      `${all} lists pages of the whole site, so session pages are among them. To leave them out there, add where "Section" "ne" "${section}".`,
    )
  }
  return notes
}

async function layoutsOf({folder, site, written}: ListNotesRequest) {
  const layouts: {file: string; text: string}[] = []
  for (const {folder: own} of site.layoutFolders) {
    const names = await readdir(join(folder, own), {recursive: true}).catch(() => [])
    for (const name of names.map((each) => each.split(sep).join('/')).toSorted()) {
      const file = posix.join(own, name)
      // A feed or a sitemap of the whole site has every page.
      if (!name.endsWith('.html') || written.has(file)) continue
      layouts.push({file, text: await readFile(join(folder, file), 'utf8').catch(() => '')})
    }
  }
  return layouts
}

function largestSection(pages: readonly ContentFile[]) {
  const inSections = pages.filter(({path}) => path.includes('/') && !path.includes('_index.'))
  const bySection = Map.groupBy(inSections, ({path}) => path.split('/')[0] ?? '')
  return [...bySection]
    .map(([name, own]) => ({name, count: own.length}))
    .toSorted((a, b) => b.count - a.count)[0]
}
