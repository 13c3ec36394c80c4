import {posix} from 'node:path'

import {jekyllFiles, jekyllIncludes} from 'touchpoints/jekyll'

import {exampleUrl, type ExportContext} from '../exportContext.ts'
import type {ExportOptions} from '../exportOptions.ts'
import {addressOfFolder} from '../site/addressOfFolder.ts'
import {elementScript} from '../site/elementScript.ts'
import {languageFolders} from '../site/languageFolders.ts'
import {withLocalImages} from '../site/localImages.ts'
import {openSite} from '../site/openSite.ts'
import {readCommunityContents} from '../site/readContents.ts'
import {renderText} from '../site/renderText.ts'
import {writeSite} from '../site/writeSite.ts'
import {ownPageAt, type OwnPage} from './ownPageAt.ts'
import {readJekyllSite, type JekyllSite} from './readJekyllSite.ts'

/** Path of the files that the site serves as they are. */
const publicPath = 'touchpoints'

/**
 * Exports into a Jekyll site: data, feeds and includes. It gets pages when its configuration has the collection
 * `touchpoints`, or with `--pages`. Jekyll has no languages, so the pages are in the default one.
 */
export async function exportJekyll(
  context: ExportContext,
  target: string | undefined,
  {addPages, dryRun, strict}: ExportOptions,
): Promise<void> {
  const {folder, list, written} = await openSite(context, target, 'jekyll')
  const site = await readJekyllSite(folder)
  const {contents, ...read} = await readCommunityContents(context)
  const element = await elementScript()
  const hasPages = site.hasCollection || addPages
  const root = {
    data: posix.join(site.data, 'touchpoints'),
    files: posix.join(site.source, publicPath),
    path: publicPath,
  }
  const files = new Map<string, string>()
  const notes: string[] = 'note' in element ? [element.note] : []
  if (site.configFile === undefined) notes.push(noConfigNote)
  for (const {site: language, content} of contents) {
    const isDefault = language === contents[0]?.site
    const path = isDefault && hasPages ? content.page?.path : undefined
    const file = path === undefined ? undefined : fileOf(path, site.source)
    const found =
      path === undefined ? undefined : await ownPageAt({folder, source: site.source, path, written})
    // In doubt, a page of an earlier export stays.
    const isFree =
      file !== undefined && (found === undefined || (found.kind === 'unclear' && written.has(file)))
    if (found !== undefined && file !== undefined && !isFree) notes.push(meetingsNote(found, file))
    const meetingsPage = isFree ? file : undefined
    const exported = jekyllFiles(content, {
      siteUrl: context.siteUrl ?? site.baseUrl ?? exampleUrl,
      renderText,
      script: element.script === undefined ? undefined : `${publicPath}/element.js`,
      place: languageFolders(root, {key: language.key, isDefault}),
      pages:
        isDefault && hasPages
          ? {collection: site.collection, layout: site.layout, meetingsPage}
          : undefined,
    })
    for (const [file, text] of exported) files.set(file, text)
  }
  if (element.script !== undefined) files.set(`${root.files}/element.js`, element.script)
  for (const [file, text] of await jekyllIncludes()) {
    files.set(posix.join(site.includes, file), text)
  }
  for (const note of configNotes(site, {addPages})) notes.push(note)
  for (const note of urlNotes(context, site)) notes.push(note)
  const images = {
    connection: context.connection,
    folder: root.files,
    address: addressOfFolder(root.path, context.siteUrl ?? site.baseUrl ?? site.basePath),
  }
  const sessionFolders = hasPages ? [site.collection] : []
  await writeSite(
    {files: await withLocalImages(files, images), sessionFolders, notes, ...read},
    {folder, format: 'jekyll', list, dryRun, strict},
    context.shell,
  )
}

const noConfigNote =
  'The folder has no _config.yml, so the export uses the default folders. Check the path of the site.'

/** Returns the file of a page. Its permalink decides about the address, so any name does. */
function fileOf(path: string, source: string): string {
  const name = path.replaceAll(/^\/|\/$/g, '')
  return posix.join(source, `${name === '' ? 'meetings' : name}.md`)
}

function meetingsNote({kind, file}: OwnPage, own: string): string {
  if (kind === 'unclear') {
    return `The site may have a meetings page: ${file} can have the same address. So the export did not write ${own}. Add {% include touchpoints/meetings.html %} to your page. If you have none, write that file with this include and a permalink.`
  }
  return `The site has its own meetings page, ${file}. It stays as it is. To show content of the Studio there, add {% include touchpoints/meetings.html %}, or single lists such as {% include touchpoints/next.html %}.`
}

function configNotes({hasCollection, configFile}: JekyllSite, {addPages}: {addPages: boolean}) {
  if (hasCollection) return []
  const lines = [
    'collections:',
    '  touchpoints:',
    '    output: true',
    '    permalink: /touchpoints/:slug/',
  ]
  const file = configFile ?? '_config.yml'
  const what = addPages
    ? `Jekyll shows the session pages after you add these lines to ${file}:`
    : `The export has no pages. For a page of each session and a meetings page, add these lines to ${file}, or --pages:`
  return [[what, ...lines].join('\n')]
}

function urlNotes({siteUrl}: ExportContext, {baseUrl, configFile}: JekyllSite): string[] {
  if (siteUrl !== undefined || baseUrl !== undefined) return []
  return [
    `${configFile ?? '_config.yml'} has no url, so calendars and feeds name ${exampleUrl}. Add --site-url with the address of the site.`,
  ]
}
