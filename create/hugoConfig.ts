import type {Answers} from './answers.ts'

/** Returns hugo.toml, with the languages of the community. */
export function hugoConfig({name, languages}: Pick<Answers, 'name' | 'languages'>): string {
  const [first = 'en'] = languages
  // Hugo has lowercase names for languages, and uses them in addresses.
  const sections = languages.map((tag, index) =>
    [
      `[languages.${tag.toLowerCase()}]`,
      `languageCode = "${tag}"`,
      `title = ${JSON.stringify(name)}`,
      `weight = ${index + 1}`,
    ].join('\n'),
  )
  return `# \`npm run export\` reads this file and writes the data, the pages and the shortcodes "touchpoints/…" beside it.
baseURL = "/"
title = ${JSON.stringify(name)}
defaultContentLanguage = "${first.toLowerCase()}"
disableKinds = ["taxonomy", "term", "RSS"]

${sections.join('\n\n')}
`
}
