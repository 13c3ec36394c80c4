import {datesIn, type Dates} from '@touchpoints/words/dates'

/** A message that the page has in its own language, see Base.astro. */
type PageMessage = 'yourZone' | 'dateTime' | 'until' | 'close'

/** Returns the writer of dates in the language of the page. */
export function pageDates(): Dates {
  return datesIn(document.documentElement.lang)
}

/**
 * Returns a message that scripts add to the page. The page has these few in its language, so that a browser
 * loads no catalog.
 *
 * @param text - for the placeholder `{text}`
 * @param date - for the placeholder `{date}`
 */
export function pageMessage(name: PageMessage, text = '', date = ''): string {
  const message = document.documentElement.dataset[name] ?? ''
  return message.replace('{date}', () => date).replace('{text}', () => text)
}
