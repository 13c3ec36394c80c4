import {readdir} from 'node:fs/promises'
import {join, posix} from 'node:path'

import {hugoFiles, hugoLayouts} from 'touchpoints/hugo'

import {CliError} from '../../CliError.ts'
import {exampleUrl, type ExportContext} from '../exportContext.ts'
import type {ExportOptions} from '../exportOptions.ts'
import {addressOfFolder} from '../site/addressOfFolder.ts'
import {elementScript} from '../site/elementScript.ts'
import {languageFolders} from '../site/languageFolders.ts'
import {withLocalImages} from '../site/localImages.ts'
import {openSite} from '../site/openSite.ts'
import {readContents} from '../site/readContents.ts'
import {renderText} from '../site/renderText.ts'
import {writeSite} from '../site/writeSite.ts'
import {planAliases, readAliases} from './hugoAliases.ts'
import {hugoContentFiles} from './hugoContentFiles.ts'
import type {HugoLanguage} from './hugoLanguages.ts'
import {hugoShortcodesIn} from './hugoShortcodesIn.ts'
import {listNotes} from './listNotes.ts'
import {meetingsPageOf} from './meetingsPageOf.ts'
import {mountedContent} from './mountedContent.ts'
import {pageToWrite} from './pageToWrite.ts'
import {placedPages, type PlacedPage} from './placedPages.ts'
import {readHugoSite} from './readHugoSite.ts'

/** Path of the files that the site serves as they are. */
const publicPath = 'touchpoints'

/** Exports into a Hugo site: pages in each of its languages, data, feeds and shortcodes. */
export async function exportHugo(
  context: ExportContext,
  target: string | undefined,
  options: ExportOptions,
): Promise<void> {
  const aliases = readAliases(options.aliases)
  const {folder, list, written} = await openSite(context, target, 'hugo')
  const site = await readHugoSite(folder)
  if (site.configFiles.length === 0 && written.size === 0) await requireEmpty(folder)
  const {section} = options
  const baseOf = (language: HugoLanguage) => absolute(context.siteUrl) ?? absolute(language.baseUrl)
  const addressOf = (language: HugoLanguage, slug: string) => {
    const base = baseOf(language)
    if (base === undefined || !site.hasPlainAddresses(section)) return undefined
    return new URL(`${language.path}${section}/${slug}/`, base).href
  }
  const {contents, unmatched, ...read} = await readContents(context, site.languages, addressOf)
  const ownPages = await pagesOfSite(folder, site.languages, written)
  const mounted = await mountedContent(folder, site)
  const allPages = [...ownPages, ...mounted.pages.filter(({file}) => !written.has(file))]
  const element = await elementScript()

  const root = {
    data: `${site.data}/touchpoints`,
    files: `${site.files}/${publicPath}`,
    path: publicPath,
  }
  const files = new Map<string, string>()
  const meetings: string[] = []
  for (const {site: language, content} of contents) {
    const folders = languageFolders(root, {
      key: language.key,
      isDefault: language === contents[0]?.site,
    })
    const place =
      content.page && meetingsPageOf({path: content.page.path, section, language, pages: allPages})
    const page = place && pageToWrite({place, language, unknown: mounted.unknown, written})
    if (page?.note !== undefined) meetings.push(page.note)
    const own = hugoFiles(content, {
      siteUrl: baseOf(language) ?? exampleUrl,
      section,
      pages: options.pages,
      renderText,
      script: element.script === undefined ? undefined : `${publicPath}/element.js`,
      meetingsPage: page?.name,
      place: {content: language.content, suffix: language.suffix, ...folders},
    })
    for (const [file, text] of own) files.set(file, text)
  }
  if (element.script !== undefined) {
    files.set(`${root.files}/element.js`, element.script)
  }
  const defined = await hugoShortcodesIn(folder, site)
  const plan = planAliases({
    aliases,
    defined: new Map([...defined].filter(([, {file}]) => !written.has(file))),
    pages: ownPages,
    layouts: site.layouts,
    overThemes: options.writeShortcodes,
  })
  for (const [file, text] of await hugoLayouts(plan.written)) {
    files.set(posix.join(site.layouts, file), text)
  }
  const notes = [
    ...('note' in element ? [element.note] : []),
    ...(site.configFiles.length === 0 ? [noConfigNote] : []),
    ...site.unmounted.map(unmountedNote),
    ...languageNotes(unmatched, contents[0]?.site),
    ...(absolute(context.siteUrl ?? site.languages[0].baseUrl) === undefined ? [urlNote] : []),
    ...meetings,
    ...plan.notes,
    ...(await listNotes({
      folder,
      site,
      section,
      sessions: contents[0]?.content.touchpoints.length ?? 0,
      pages: ownPages.filter((each) => each.folder === site.languages[0].content),
      written,
    })),
  ]
  // With an adapter, a page is no file.
  const sessionFolders =
    options.pages === 'files' ? contents.map(({site: {content}}) => `${content}/${section}`) : []
  const {dryRun, strict} = options
  const images = {
    connection: context.connection,
    folder: root.files,
    address: addressOfFolder(root.path, context.siteUrl ?? site.languages[0].baseUrl),
  }
  await writeSite(
    {files: await withLocalImages(files, images), sessionFolders, notes, ...read},
    {folder, format: 'hugo', list, dryRun, strict},
    context.shell,
  )
}

/** Returns the pages that the authors of the site wrote, each once, with their folder of content. */
async function pagesOfSite(
  site: string,
  languages: readonly HugoLanguage[],
  written: ReadonlyMap<string, string>,
): Promise<(PlacedPage & {folder: string})[]> {
  const folders = [...new Set(languages.map(({content}) => content))]
  const pages = await Promise.all(
    folders.map(async (folder) =>
      placedPages(folder, await hugoContentFiles(join(site, folder)), languages).map((page) => ({
        ...page,
        folder,
      })),
    ),
  )
  return pages.flat().filter(({file}) => !written.has(file))
}

/** Requires that a folder without a configuration is new. Otherwise it is something else than a site, such as a project. */
async function requireEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  if (names.every((name) => name.startsWith('.'))) return
  throw new CliError(
    'usage',
    `${folder} has no configuration of Hugo, such as hugo.toml or config/_default. Check the path of the site. Nothing was written.`,
  )
}

/** Returns an address with a slash at its end. Undefined when it is not absolute, such as `/`. */
function absolute(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  return url.endsWith('/') ? url : `${url}/`
}

const noConfigNote =
  'The folder has no configuration of Hugo yet, so the export uses the default folders.'

const urlNote = `The site has no absolute baseURL, so calendars and feeds name ${exampleUrl}. Add --site-url with the address of the site.`

function unmountedNote(key: string): string {
  return `The language ${key} got no pages, because module.mounts has no content for it. Add a mount with source "content/${key}", target "content" and lang "${key}".`
}

function languageNotes(unmatched: readonly HugoLanguage[], first: HugoLanguage | undefined) {
  const others = unmatched.filter((language) => language !== first).map(({key}) => key)
  if (others.length === 0) return []
  return [
    `The community has no content in ${others.join(', ')}, so these languages of the site get no session pages. Shortcodes on their pages show the default language. Add the languages in the community document to translate.`,
  ]
}
