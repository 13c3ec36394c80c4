import {table, text, texts, type Settings} from '../site/settings.ts'
import type {SiteLanguage} from '../site/siteLanguages.ts'
import {findHugoFolder, hugoFolder} from './hugoFolder.ts'

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

export interface HugoLanguages {
  /** The default one first, if its content has a folder. */
  languages: [HugoLanguage, ...HugoLanguage[]]
  /** Keys of languages without a folder of content, because the site mounts those of others only. */
  unmounted: string[]
}

/**
 * Returns the languages of a site.
 *
 * @throws CliError when none has a folder of content
 */
export function hugoLanguages(settings: Settings): HugoLanguages {
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
      path: hasFolder ? `${key}/` : '',
      baseUrl: text(own, 'baseurl') ?? text(settings, 'baseurl'),
    }
  }
  const all = [first, ...others].flatMap((key) => {
    const content = contentOf(settings, key)
    return content === undefined ? [] : [{...languageOf(key), content}]
  })
  const suffixOf = ({key, content}: {key: string; content: string}) => {
    const isShared = all.some((each) => each.key !== key && each.content === content)
    return isShared && key !== first ? `.${key}` : ''
  }
  const [own, ...rest] = all.map((each) => ({...each, suffix: suffixOf(each)}))
  if (own === undefined) {
    const only = {...languageOf(first), content: hugoFolder(settings, 'content'), suffix: ''}
    return {languages: [only], unmounted: []}
  }
  const unmounted = [first, ...others].filter((key) => all.every((each) => each.key !== key))
  return {languages: [own, ...rest], unmounted}
}

function contentOf(settings: Settings, key: string): string | undefined {
  const own = text(table(table(settings, 'languages'), key), 'contentdir')
  return findHugoFolder(
    own === undefined ? settings : {...settings, contentdir: own},
    'content',
    key,
  )
}

function weightOf(language: Settings): number {
  const {weight} = language
  return typeof weight === 'number' ? weight : 0
}
