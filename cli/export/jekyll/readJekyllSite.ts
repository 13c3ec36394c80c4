import {existsSync} from 'node:fs'
import {join, posix} from 'node:path'

import {readConfigFile} from '../site/readConfigFile.ts'
import {isRecord, text, texts, type Settings} from '../site/settings.ts'

/** Where a Jekyll site reads what an export writes. Paths are relative to the site. */
export interface JekyllSite {
  /** File of its configuration. Undefined when it has none. */
  configFile: string | undefined
  /** Folder of its pages. */
  source: string
  data: string
  includes: string
  /** Folder of the collection `touchpoints`. */
  collection: string
  hasCollection: boolean
  /** A layout for pages. Undefined when the site has none. */
  layout: string | undefined
  /** Address with the path of its base. Undefined when it has none. */
  baseUrl: string | undefined
  /** Path of its base, such as `/project/`. */
  basePath: string
}

const configFiles = ['_config.yml', '_config.yaml', '_config.toml']

/**
 * Reads the configuration of a Jekyll site.
 *
 * @throws CliError when it is invalid
 */
export async function readJekyllSite(folder: string): Promise<JekyllSite> {
  const configFile = configFiles.find((name) => existsSync(join(folder, name)))
  const settings =
    (configFile === undefined ? undefined : await readConfigFile(join(folder, configFile))) ?? {}
  const source = posix.normalize(text(settings, 'source') ?? '.')
  const within = (path: string) => posix.join(source, path)
  const layouts = within(text(settings, 'layouts_dir') ?? '_layouts')
  const hasLayout =
    text(settings, 'theme') !== undefined ||
    text(settings, 'remote_theme') !== undefined ||
    existsSync(join(folder, layouts, 'default.html'))
  return {
    configFile,
    source,
    data: within(text(settings, 'data_dir') ?? '_data'),
    includes: within(text(settings, 'includes_dir') ?? '_includes'),
    collection: within(posix.join(text(settings, 'collections_dir') ?? '', '_touchpoints')),
    hasCollection: hasCollection(settings),
    layout: hasLayout ? 'default' : undefined,
    baseUrl: baseUrlOf(settings),
    basePath: basePathOf(settings),
  }
}

function hasCollection({collections}: Settings): boolean {
  return isRecord(collections)
    ? 'touchpoints' in collections
    : texts({collections}, 'collections').includes('touchpoints')
}

function baseUrlOf(settings: Settings): string | undefined {
  const url = text(settings, 'url')
  if (url === undefined || !URL.canParse(url)) return undefined
  return new URL(basePathOf(settings), url).href
}

function basePathOf(settings: Settings): string {
  const base = (text(settings, 'baseurl') ?? '').replaceAll(/^\/+|\/+$/g, '')
  return base === '' ? '/' : `/${base}/`
}
