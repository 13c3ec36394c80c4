import {dataFiles, feedFiles, type SiteContent} from 'touchpoints/files'

import type {LanguageFolders} from '../site/languageFolders.ts'
import {renderText} from '../site/renderText.ts'

/** Returns the data and feeds of one language, by path, for a generator without templates of this package. */
export function generalFiles(
  content: SiteContent,
  {siteUrl, place}: {siteUrl: string; place: LanguageFolders},
): Map<string, string> {
  const files = new Map<string, string>()
  for (const [name, text] of feedFiles(content, {siteUrl, path: place.path})) {
    files.set(`${place.files}/${name}`, text)
  }
  // Where both are in one folder, `events.json` has the times in words too.
  for (const [name, value] of dataFiles(content, {renderText})) {
    files.set(`${place.data}/${name}.json`, `${JSON.stringify(value, null, 2)}\n`)
  }
  return files
}
