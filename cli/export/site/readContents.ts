import {readSiteContent, type SiteContent} from 'touchpoints/files'

import {unreachable} from '../../unreachable.ts'
import type {ExportContext} from '../exportContext.ts'
import type {SiteFiles} from './siteFiles.ts'
import {matchLanguages, type LanguageMatch, type SiteLanguage} from './siteLanguages.ts'

export interface ReadContents<Language extends SiteLanguage> {
  /** The content of each language of the site. The default language comes first. */
  contents: {site: Language; content: SiteContent}[]
  /** Languages of the site that the community does not write in. */
  unmatched: Language[]
  /** Problems of the content, each once. */
  problems: SiteFiles['problems']
  /** Titles of calendars that could not be read. */
  unread: string[]
}

/**
 * Reads the content in each language that the site and the community have.
 *
 * @param sessionUrl - returns the address of the page of a session, in a language
 */
export async function readContents<Language extends SiteLanguage>(
  {connection: {loader}, now, language}: ExportContext,
  languages: readonly [Language, ...Language[]],
  sessionUrl: (language: Language, slug: string) => string | undefined = () => undefined,
): Promise<ReadContents<Language>> {
  const {data: community} = await loader.community().catch(unreachable)
  const match: LanguageMatch<Language> = matchLanguages(
    languages,
    community?.languages ?? [],
    language,
  )
  const contents: ReadContents<Language>['contents'] = []
  for (const {site, language: tag} of match.matched) {
    const content = await readSiteContent(loader, {
      now,
      ...(tag !== undefined && {language: tag}),
      sessionUrl: (slug) => sessionUrl(site, slug),
    }).catch(unreachable)
    contents.push({site, content})
  }
  const [first] = contents
  const calendars = first?.content.snapshot.document.calendars ?? []
  return {
    contents,
    unmatched: match.unmatched,
    problems: first?.content.snapshot.problems ?? [],
    unread: calendars.filter(({state}) => state === 'unavailable').map(({title}) => title),
  }
}

/**
 * Reads the content in each language of the community, for a site that declares no languages. Each but the first has
 * the files of its data in `languages/es`.
 */
export async function readCommunityContents(
  context: ExportContext,
): Promise<Omit<ReadContents<SiteLanguage>, 'unmatched'>> {
  const {data: community} = await context.connection.loader.community().catch(unreachable)
  const [first = 'en', ...others] = community?.languages ?? []
  const languages = [languageOf(first), ...others.map(languageOf)] as const
  const {unmatched: _, ...read} = await readContents(context, languages)
  return read
}

function languageOf(tag: string): SiteLanguage {
  return {key: tag, tag}
}
