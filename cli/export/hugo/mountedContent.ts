import {stat} from 'node:fs/promises'
import {basename, dirname, join, posix, resolve} from 'node:path'

import {table, tables, text, texts, type Settings} from '../site/settings.ts'
import {hugoContentFiles} from './hugoContentFiles.ts'
import {mountsOf} from './hugoFolder.ts'
import {languageOfName, type PlacedPage} from './placedPages.ts'
import {readHugoSettings} from './readHugoSettings.ts'
import type {HugoSite} from './readHugoSite.ts'

/** The pages that a site has from elsewhere than its folders of content. */
export interface MountedContent {
  pages: PlacedPage[]
  /** Modules that are not in the folder of the site, so that their pages are unknown. */
  unknown: string[]
}

/** A folder or file, and where Hugo sees it. */
interface Source {
  /** Absolute path. */
  path: string
  /** For messages. */
  shown: string
  /** Within the content. */
  target: string
  /** Undefined for every language. */
  language: string | undefined
}

/**
 * Reads the pages of mounts, themes and modules. Modules in the cache of Go are not read, because only Hugo knows which
 * version a site has.
 *
 * @param site - absolute path
 */
export async function mountedContent(
  site: string,
  {settings, languages}: Pick<HugoSite, 'settings' | 'languages'>,
): Promise<MountedContent> {
  const unknown: string[] = []
  // The languages have the folders of their content.
  const contents = new Set(languages.map(({content}) => content))
  const mounts = contentMounts(settings, site, '').filter(({shown}) => !contents.has(shown))
  const named = (await Promise.all(mounts.map(pagesOf))).flat()
  const [first] = languages
  // Without a language, a mount has the default one, unless the name of a file has another.
  const own = named.map((page) => ({
    ...page,
    language: page.language ?? languageOfName(page.path, languages) ?? first.key,
  }))
  const sources: Source[] = []
  for (const {name, folders, mounts} of modulesOf(settings)) {
    const root = await firstFolder(folders.map((folder) => resolve(site, folder)))
    if (root === undefined) {
      unknown.push(name)
      continue
    }
    const own = (await readHugoSettings(root)).settings
    const mounted = contentMounts(mounts ?? own, root, `${name}/`)
    const content = text(own, 'contentdir') ?? 'content'
    const whole = {path: join(root, content), shown: `${name}/${content}`}
    if (mounted.length === 0) sources.push({...whole, target: '.', language: undefined})
    for (const mount of mounted) sources.push(mount)
  }
  const pages = await Promise.all(sources.map(pagesOf))
  return {pages: [...own, ...pages.flat()], unknown}
}

function contentMounts(settings: Settings, root: string, shown: string): Source[] {
  return mountsOf(settings)
    .filter(({target}) => target === 'content' || target.startsWith('content/'))
    .map(({source, target, lang}) => ({
      path: resolve(root, source),
      shown: `${shown}${source}`,
      target: posix.relative('content', target) || '.',
      language: lang,
    }))
}

async function pagesOf({path, shown, target, language}: Source): Promise<PlacedPage[]> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) {
    const files = await hugoContentFiles(dirname(path), [basename(path)])
    return files.map((page) => ({...page, path: target, file: shown, language}))
  }
  return (await hugoContentFiles(path)).map((page) => ({
    ...page,
    path: posix.join(target, page.path),
    file: posix.join(shown, page.path),
    language,
  }))
}

interface Module {
  name: string
  /** Where it can be, relative to the site. */
  folders: string[]
  /** Settings with the mounts that the import names instead of those of the module. */
  mounts: Settings | undefined
}

function modulesOf(settings: Settings): Module[] {
  const module = table(settings, 'module')
  const themesDir = text(settings, 'themesdir') ?? 'themes'
  const replacements = texts(module, 'replacements').flatMap((each) => each.split(','))
  const replaced = new Map(
    replacements.flatMap((each) => {
      const [name, folder] = each.split('->').map((part) => part.trim())
      return name && folder ? [[name, folder] as const] : []
    }),
  )
  const moduleOf = (name: string, mounts: Settings | undefined): Module => {
    const folder = replaced.get(name)
    const folders = [`${themesDir}/${name}`, `_vendor/${name}`]
    return {
      name,
      mounts,
      folders: folder === undefined ? folders : [folder, posix.join(themesDir, folder), ...folders],
    }
  }
  const imports = tables(module, 'imports')
    .filter((each) => each['disable'] !== true && each['nomounts'] !== true)
    .flatMap((each) =>
      texts(each, 'path').map((name) =>
        moduleOf(name, tables(each, 'mounts').length > 0 ? {module: each} : undefined),
      ),
    )
  return [...texts(settings, 'theme').map((name) => moduleOf(name, undefined)), ...imports]
}

async function firstFolder(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const found = await stat(folder).catch(() => undefined)
    if (found?.isDirectory()) return folder
  }
  return undefined
}
