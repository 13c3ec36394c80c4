import {communityAmong, communityQuery, languagesOf} from '../reading/community.ts'
import {languageName} from '../translation/languageName.ts'
import {translationsOf} from '../translation/translationsOf.ts'
import type {Rule} from './finding.ts'

const list = new Intl.ListFormat('en')

/** Reports texts that are not translated into each language of the community, once for the document. */
export const missingTranslationRule = {
  code: 'missing-translation',
  query: () => communityQuery(),
  check: (document, {others}) => {
    const [main, ...languages] = languagesOf(communityAmong([document, ...others]))
    if (main === undefined) return []
    const written = translationsOf(document).filter(({isWritten}) => isWritten)
    const missing = languages.flatMap((language) => {
      const texts = written.filter(({translations}) =>
        translations.every((each) => each.language !== language || !each.isWritten),
      )
      const labels = list.format(new Set(texts.map(({label}) => label)))
      return texts.length > 0 ? [{language: languageName(language), texts, labels}] : []
    })
    const [first] = missing.flatMap(({texts}) => texts)
    if (!first) return []
    const groups = [...Map.groupBy(missing, ({labels}) => labels)].map(
      ([labels, each]) => `${list.format(each.map(({language}) => language))}: ${labels}`,
    )
    const message = `Not translated into ${groups.join('. Not translated into ')}. Pages in these languages show the text in ${languageName(main)}. Add the translations below each field.`
    return [{level: 'info', path: first.path, message}]
  },
} as const satisfies Rule
