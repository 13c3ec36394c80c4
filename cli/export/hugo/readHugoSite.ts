import {table, text, texts, tables, type Settings} from '../site/settings.ts'
import {hugoFolder, mountsOf} from './hugoFolder.ts'
import {hugoLanguages, type HugoLanguage} from './hugoLanguages.ts'
import {readHugoSettings} from './readHugoSettings.ts'

/** Where a Hugo site reads what an export writes. Paths are relative to the site. */
export interface HugoSite {
  /** The files of its configuration. Empty when it has none. */
  configFiles: string[]
  /** Names in lower case. */
  settings: Settings
  /** The default language first. */
  languages: [HugoLanguage, ...HugoLanguage[]]
  /** Keys of languages without a folder of content. */
  unmounted: string[]
  data: string
  files: string
  layouts: string
  /** Folders with layouts that Hugo reads, in the order in which a shortcode of the same name wins. */
  layoutFolders: {folder: string; owner: string}[]
  /** The sections that themes list as the main ones. Empty when the site does not name them. */
  mainSections: string[]
  /** Whether the pages of a section have the addresses `/section/slug/`. */
  hasPlainAddresses: (section: string) => boolean
}

/**
 * Reads the configuration of a Hugo site.
 *
 * @throws CliError when it is invalid, or when no folder of the site can have the exported files
 */
export async function readHugoSite(folder: string): Promise<HugoSite> {
  const {settings, files} = await readHugoSettings(folder)
  const layouts = hugoFolder(settings, 'layouts')
  return {
    configFiles: files,
    settings,
    ...hugoLanguages(settings),
    data: hugoFolder(settings, 'data'),
    files: hugoFolder(settings, 'static'),
    layouts,
    layoutFolders: layoutFolders(settings, layouts),
    mainSections: texts(table(settings, 'params'), 'mainsections'),
    hasPlainAddresses: (section) => hasPlainAddresses(settings, section),
  }
}

function layoutFolders(settings: Settings, layouts: string) {
  const themesDir = text(settings, 'themesdir') ?? 'themes'
  const module = table(settings, 'module')
  const imported = tables(module, 'imports').flatMap((each) => texts(each, 'path'))
  const themes = [...texts(settings, 'theme'), ...imported]
  const mounted = mountsOf(settings)
    .filter(({target, source}) => target === 'layouts' && source !== layouts)
    .map(({source}) => ({folder: source, owner: 'a mount'}))
  return [
    {folder: layouts, owner: 'the site'},
    ...mounted,
    ...themes.flatMap((theme) =>
      [`${themesDir}/${theme}`, `_vendor/${theme}`].map((root) => ({
        folder: `${root}/layouts`,
        owner: `the theme ${theme}`,
      })),
    ),
  ]
}

function hasPlainAddresses(settings: Settings, section: string): boolean {
  const permalinks = table(settings, 'permalinks')
  const name = section.toLowerCase()
  const isSet = name in permalinks || name in table(permalinks, 'page')
  return !isSet && (settings['uglyurls'] ?? false) === false
}
