import {languageName} from '@touchpoints/schemas/reading'
import {supportedLanguages} from '@touchpoints/words'

/** Which languages have texts of the site, and what visitors read in others. */
export const languagesHint = `With commas between them. The first one is the default. Texts of the site, such as buttons and dates, are in ${new Intl.ListFormat('en').format(supportedLanguages.map(languageName))}. In other languages they are in English, and your content can be translated.`
