/** A language that a site is written in. */
export interface SiteLanguage {
  /** Its name in the site's configuration. */
  key: string
  /** BCP 47 tag. */
  tag: string
}

export interface LanguageMatch<Language extends SiteLanguage> {
  /** Languages of the site with the language of the content to read. The default language comes first. */
  matched: {site: Language; language: string | undefined}[]
  /** Languages of the site that the community does not write in. */
  unmatched: Language[]
}

/**
 * Matches the languages of a site with those of the community. The default language of the site always gets content:
 * the community's default language when it does not write in that of the site.
 *
 * @param site - the default language first
 * @param community - BCP 47 tags, the default language first
 * @param only - BCP 47 tag. The site gets no other language
 */
export function matchLanguages<Language extends SiteLanguage>(
  site: readonly [Language, ...Language[]],
  community: readonly string[],
  only?: string,
): LanguageMatch<Language> {
  const [first, ...others] = site
  if (only !== undefined) {
    const own = site.find(({key, tag}) => isClose(tag, only) || isClose(key, only)) ?? first
    return {matched: [{site: own, language: only}], unmatched: []}
  }
  const languageOf = ({key, tag}: Language) => closest(tag, community) ?? closest(key, community)
  const written = others.flatMap((each) => {
    const language = languageOf(each)
    return language === undefined ? [] : [{site: each, language}]
  })
  return {
    matched: [{site: first, language: languageOf(first)}, ...written],
    unmatched: site.filter((each) => languageOf(each) === undefined),
  }
}

/** Returns the tag to read: the site's own where the community writes in that language, in any region. */
function closest(tag: string, community: readonly string[]): string | undefined {
  const exact = community.find((each) => each.toLowerCase() === tag.toLowerCase())
  return exact ?? community.find((each) => isClose(each, tag))
}

function isClose(a: string, b: string): boolean {
  return baseOf(a) === baseOf(b)
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? ''
}
