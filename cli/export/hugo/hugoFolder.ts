import {posix} from 'node:path'

import {CliError} from '../../CliError.ts'
import {table, tables, text, texts, type Settings} from '../site/settings.ts'

/** The folders of a site that an export writes into, and the setting of each. */
const settingOf = {
  content: 'contentdir',
  data: 'datadir',
  layouts: 'layoutdir',
  static: 'staticdir',
} as const satisfies Record<string, string>

export type HugoComponent = keyof typeof settingOf

interface Mount {
  source: string
  target: string
  /** Key of the language of a mount of content. */
  lang: string | undefined
}

/** Returns the mounts of the site's own folders. Those of modules are not in them. */
export function mountsOf(settings: Settings): Mount[] {
  return tables(table(settings, 'module'), 'mounts').flatMap((mount) => {
    const source = text(mount, 'source')
    const target = text(mount, 'target')
    if (source === undefined || target === undefined) return []
    return [
      {source: clean(source), target: clean(target), lang: text(mount, 'lang')?.toLowerCase()},
    ]
  })
}

/**
 * Returns the folder that Hugo reads for a part of a site: a mount of its root, else the setting, else the default. A
 * site that mounts a part has no default folder for it.
 *
 * @throws CliError when the site mounts only folders within the part
 */
export function hugoFolder(settings: Settings, component: HugoComponent): string {
  const folder = findHugoFolder(settings, component)
  if (folder !== undefined) return folder
  throw new CliError(
    'bad-input',
    `The module.mounts of this site mount folders within ${component}, but not ${component} itself, so Hugo would not read the exported files. Add a mount with source "${component}" and target "${component}".`,
  )
}

/**
 * Returns the folder of `hugoFolder`. Undefined when the site mounts other folders of the part only.
 *
 * @param lang - key of a language, for content. A mount for this language comes before one for all
 */
export function findHugoFolder(
  settings: Settings,
  component: HugoComponent,
  lang?: string,
): string | undefined {
  const mounts = mountsOf(settings).filter(
    ({target}) => target === component || target.startsWith(`${component}/`),
  )
  const whole = mounts.filter(({target}) => target === component)
  const mount =
    whole.find((each) => lang !== undefined && each.lang === lang) ??
    whole.find((each) => each.lang === undefined)
  if (mount) return mount.source
  if (mounts.length === 0 || component === 'static') {
    return clean(texts(settings, settingOf[component])[0] ?? component)
  }
  return undefined
}

function clean(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/')).replace(/\/$/, '')
}
