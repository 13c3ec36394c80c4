import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** Returns the address of a feed in a `feedFolder`. */
export function feedAddressOf(name: string): string {
  return `https://feeds.example/${name}.ics`
}

/** Creates a folder with a sample feed for each name, as `sampleFeeds` reads it. Remove it afterwards. */
export function feedFolder(texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-feeds-'))
  const index = Object.keys(texts).map((name) => [feedAddressOf(name), `${name}.ics`])
  writeFileSync(join(folder, 'index.json'), JSON.stringify(Object.fromEntries(index)))
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(folder, `${name}.ics`), text)
  }
  return folder
}
