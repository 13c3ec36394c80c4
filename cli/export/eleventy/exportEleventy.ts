import {posix} from 'node:path'

import {CliError} from '../../CliError.ts'
import {generalFiles} from '../data/generalFiles.ts'
import {exampleUrl, type ExportContext} from '../exportContext.ts'
import type {ExportOptions} from '../exportOptions.ts'
import {elementScript} from '../site/elementScript.ts'
import {languageFolders} from '../site/languageFolders.ts'
import {withLocalImages} from '../site/localImages.ts'
import {addressOfFolder} from '../site/addressOfFolder.ts'
import {openSite} from '../site/openSite.ts'
import {readCommunityContents} from '../site/readContents.ts'
import {writeSite} from '../site/writeSite.ts'
import {readEleventySite} from './readEleventySite.ts'

/** Path of the files that the site serves as they are. */
const publicPath = 'touchpoints'

/**
 * Exports into an Eleventy site: global data, which its templates read as `touchpoints`, and feeds.
 *
 * @throws CliError when the folder of data cannot be read from the configuration
 */
export async function exportEleventy(
  context: ExportContext,
  target: string | undefined,
  {dataDir, dryRun, strict}: ExportOptions,
): Promise<void> {
  const {folder, list} = await openSite(context, target, 'eleventy')
  const site = await readEleventySite(folder, dataDir)
  if (site.isUnclear) {
    throw new CliError(
      'usage',
      `${site.configFile} sets its folders in code, which the export does not run. Name the folder of global data: --data-dir ${site.data}`,
    )
  }
  const {contents, ...read} = await readCommunityContents(context)
  const element = await elementScript()
  const siteUrl = context.siteUrl ?? exampleUrl
  const root = {
    data: posix.join(site.data, 'touchpoints'),
    files: posix.join(site.input, publicPath),
    path: publicPath,
  }
  const files = new Map<string, string>()
  for (const {site: language, content} of contents) {
    const place = languageFolders(root, {
      key: language.key,
      isDefault: language === contents[0]?.site,
    })
    for (const [file, text] of generalFiles(content, {siteUrl, place})) files.set(file, text)
  }
  if (element.script !== undefined) files.set(`${root.files}/element.js`, element.script)
  const notes = [
    ...('note' in element ? [element.note] : []),
    ...(context.siteUrl === undefined
      ? [`Calendars and feeds name ${exampleUrl}. Add --site-url with the address of the site.`]
      : []),
    `Eleventy copies the feeds with this line in ${site.configFile ?? 'eleventy.config.js'}:\n  config.addPassthroughCopy('${root.files}')`,
  ]
  const images = {
    connection: context.connection,
    folder: root.files,
    address: addressOfFolder(root.path, context.siteUrl),
  }
  await writeSite(
    {files: await withLocalImages(files, images), sessionFolders: [], notes, ...read},
    {folder, format: 'eleventy', list, dryRun, strict},
    context.shell,
  )
}
