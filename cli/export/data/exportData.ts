import {exampleUrl, type ExportContext} from '../exportContext.ts'
import type {ExportOptions} from '../exportOptions.ts'
import {addressOfFolder} from '../site/addressOfFolder.ts'
import {elementScript} from '../site/elementScript.ts'
import {withLocalImages} from '../site/localImages.ts'
import {openSite} from '../site/openSite.ts'
import {readCommunityContents} from '../site/readContents.ts'
import {writeSite} from '../site/writeSite.ts'
import {generalFiles} from './generalFiles.ts'

/** Exports data and feeds into one folder. Each language but the default one has the folder `languages/es`. */
export async function exportData(
  context: ExportContext,
  target: string | undefined,
  {dryRun, strict}: ExportOptions,
): Promise<void> {
  const {folder, list} = await openSite(context, target, 'data')
  const {contents, ...read} = await readCommunityContents(context)
  const element = await elementScript()
  const siteUrl = context.siteUrl ?? exampleUrl
  const files = new Map<string, string>()
  for (const {site, content} of contents) {
    const folderOf = site === contents[0]?.site ? '.' : `languages/${site.key}`
    const place = {data: folderOf, files: folderOf, path: folderOf}
    for (const [file, text] of generalFiles(content, {siteUrl, place})) {
      files.set(file.replace(/^\.\//, ''), text)
    }
  }
  if (element.script !== undefined) files.set('element.js', element.script)
  const notes = 'note' in element ? [element.note] : []
  const images = {
    connection: context.connection,
    folder: '.',
    // Without an address, that of an image is relative to the folder.
    address: context.siteUrl === undefined ? '' : addressOfFolder('.', context.siteUrl),
  }
  await writeSite(
    {files: await withLocalImages(files, images), sessionFolders: [], notes, ...read},
    {folder, format: 'data', list, dryRun, strict},
    context.shell,
  )
}
