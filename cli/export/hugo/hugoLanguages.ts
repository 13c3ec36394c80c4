import {table, text, texts, type Settings} from '../site/settings.ts'
import type {SiteLanguage} from '../site/siteLanguages.ts'
import {hugoFolder} from './hugoFolder.ts'

/** A language of a Hugo site, with the place of its pages. */
export interface HugoLanguage extends SiteLanguage {
  /** Folder of its pages. */
  content: string
  /** What file names have before `.md`: `.es` where one folder has several languages, else nothing. */
  suffix: string
  /** What the addresses of its pages begin with, after the base URL: `es/` or nothing. */
  path: string
  /** The base URL. Undefined when the site has none. */
  baseUrl: string | undefined
}

/** Returns the languages of a site, the default one first. */
export function hugoLanguages(settings: Settings): [HugoLanguage, ...HugoLanguage[]] {
  const declared = table(settings, 'languages')
  const disabled = new Set(texts(settings, 'disablelanguages').map((key) => key.toLowerCase()))
  const keys = Object.keys(declared)
    .filter((key) => !disabled.has(key) && table(declared, key)['disabled'] !== true)
    .toSorted((a, b) => weightOf(table(declared, a)) - weightOf(table(declared, b)))
  const named = text(settings, 'defaultcontentlanguage')?.toLowerCase() ?? 'en'
  const first = keys.length === 0 || keys.includes(named) ? named : (keys[0] ?? named)
  const others = keys.filter((key) => key !== first)
  const isMultihost = keys.some((key) => text(table(declared, key), 'baseurl') !== undefined)
  const inFolder = settings['defaultcontentlanguageinsubdir'] === true

  const languageOf = (key: string) => {
    const own = table(declared, key)
    const hasFolder = !isMultihost && (key !== first || (inFolder && keys.length > 0))
    return {
      key,
      tag: text(keys.length === 0 ? settings : own, 'languagecode') ?? key,
      content: contentOf(settings, key),
      path: hasFolder ? `${key}/` : '',
      baseUrl: text(own, 'baseurl') ?? text(settings, 'baseurl'),
    }
  }
  const all = [languageOf(first), ...others.map(languageOf)] as const
  const suffixOf = ({key, content}: {key: string; content: string}) => {
    const isShared = all.some((each) => each.key !== key && each.content === content)
    return isShared && key !== first ? `.${key}` : ''
  }
  const [own, ...rest] = all
  return [
    {...own, suffix: suffixOf(own)},
    ...rest.map((each) => ({...each, suffix: suffixOf(each)})),
  ]
}

function contentOf(settings: Settings, key: string): string {
  const own = text(table(table(settings, 'languages'), key), 'contentdir')
  return hugoFolder(own === undefined ? settings : {...settings, contentdir: own}, 'content', key)
}

function weightOf(language: Settings): number {
  const {weight} = language
  return typeof weight === 'number' ? weight : 0
}
