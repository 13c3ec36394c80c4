import {hugoShortcodes, type HugoShortcode} from 'touchpoints/hugo'

import {CliError} from '../../CliError.ts'
import type {ContentFile} from './hugoContentFiles.ts'
import type {DefinedShortcode} from './hugoShortcodesIn.ts'

/** Shortcodes that every Hugo has. */
const builtIn = new Set(
  'comment details figure gist highlight instagram instagram_simple param qr ref relref tweet twitter twitter_simple vimeo vimeo_simple x x_simple youtube'.split(
    ' ',
  ),
)

const names = Object.keys(hugoShortcodes).filter(
  (name): name is HugoShortcode => name in hugoShortcodes,
)

/**
 * Reads the values of `--alias NAME=SHORTCODE`.
 *
 * @throws CliError when one has another form, or names no shortcode of this package
 */
export function readAliases(values: readonly string[]): Map<string, HugoShortcode> {
  return new Map(
    values.map((value) => {
      const [name = '', shortcode] = value.split('=')
      const known = names.find((each) => each === shortcode)
      if (/^[\w-]+$/.test(name) && known) return [name, known]
      throw new CliError(
        'usage',
        `--alias is "${value}": expected NAME=SHORTCODE, with one of ${names.join(', ')}.`,
      )
    }),
  )
}

export interface AliasRequest {
  aliases: ReadonlyMap<string, HugoShortcode>
  /** Shortcodes that the site defines, without those of an earlier export. */
  defined: ReadonlyMap<string, DefinedShortcode>
  pages: readonly (ContentFile & {folder: string})[]
  /** Folder of the site's own layouts. */
  layouts: string
  /** Whether an alias may take the place of a shortcode of a theme. */
  overThemes: boolean
}

/** Decides which aliases can be written, and says what the site's own shortcodes do with the others. */
export function planAliases({aliases, defined, pages, layouts, overThemes}: AliasRequest) {
  const written = new Map<string, HugoShortcode>()
  const notes: string[] = []
  for (const [name, shortcode] of aliases) {
    const own = defined.get(name)
    const isProjects = own?.file.startsWith(`${layouts}/`)
    if (own === undefined || (overThemes && !isProjects)) {
      written.set(name, shortcode)
      continue
    }
    const instead = `Write {{< touchpoints/${shortcode} >}} in your pages instead`
    notes.push(
      isProjects
        ? `The site has a shortcode "${name}" of its own, ${own.file}, which stays. ${instead}.`
        : `"${name}" is a shortcode of ${own.owner}, ${own.file}, and would hide the alias. ${instead}, or add --write-shortcodes, which writes an own file before it: ${layouts}/shortcodes/${name}.html.`,
    )
  }
  const used = usedShortcodes(pages)
  for (const [name, files] of used) {
    const own = defined.get(name)
    if (aliases.has(name) || name.startsWith('touchpoints/')) continue
    const similar = similarShortcode(name)
    const places = files.slice(0, 3).join(', ')
    if (own === undefined && !builtIn.has(name)) {
      const offer = similar ? ` To show content of the Studio, add --alias ${name}=${similar}.` : ''
      notes.push(`${places} uses the shortcode "${name}", which the site does not define.${offer}`)
    }
    if (own !== undefined && similar) {
      notes.push(
        `${places} uses "${name}" of ${own.owner}, ${own.file}. It shows what it did before. To show content of the Studio there, write {{< touchpoints/${similar} >}} instead.`,
      )
    }
  }
  return {written, notes}
}

function usedShortcodes(pages: AliasRequest['pages']): Map<string, string[]> {
  const used = new Map<string, string[]>()
  for (const {folder, path, shortcodes} of pages) {
    for (const name of shortcodes) used.set(name, [...(used.get(name) ?? []), `${folder}/${path}`])
  }
  return used
}

/** What the name of a community's own shortcode says about its content. */
const similar: readonly [RegExp, HugoShortcode][] = [
  [/other.*calendar|calendars$/i, 'other-calendars'],
  [/calendar|events?$/i, 'calendar'],
  [/recordings?/i, 'recordings'],
  [/(?:next|upcoming).*(?:meeting|session|touchpoint|event|call)/i, 'next'],
  [/(?:groups|wgs|sigs)$/i, 'groups'],
  [/(?:^|[-_])(?:wg|sig|group)(?:[-_]|$)/i, 'group'],
]

function similarShortcode(name: string): HugoShortcode | undefined {
  return similar.find(([pattern]) => pattern.test(name))?.[1]
}
