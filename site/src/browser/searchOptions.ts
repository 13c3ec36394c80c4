import {pathOf} from '../meetings/route.ts'
import type {SearchResults} from '../search/createSearch.ts'
import {excerpt, hasMatch, matchParts} from '../search/matchParts.ts'
import type {Match} from '../search/rankMatches.ts'
import {routeTo, type SearchDocument} from '../search/searchDocument.ts'
import {ownLink} from './ownLink.ts'
import {ownZone} from './ownZone.ts'
import {pageDates} from './pageWords.ts'

/** An entry of the list under the search field. */
export interface SearchOption {
  element: HTMLElement
  /** Path of the page of a result. Absent for "Show all results". */
  path?: string
}

interface OptionsInput {
  pagePath: string
  /** Texts of the form: names of the kinds, and `all`. */
  texts: DOMStringMap
}

/** Creates the entries of the list: the best results, and "Show all results" if there are more. */
export function optionsOf(
  {matches, total}: SearchResults,
  {pagePath, texts}: OptionsInput,
): SearchOption[] {
  const results = matches.map((match, index) => {
    const path = pathOf(pagePath, routeTo(match.document))
    return {element: optionElement(index, resultNodes(match, texts)), path}
  })
  if (total <= matches.length) return results
  const all = optionElement(matches.length, [texts['all'] ?? ''])
  all.classList.add('search-option-all')
  return [...results, {element: all}]
}

/** Creates the results of a page: each with a link, its facts and a part of its text. */
export function resultItems(
  {matches}: SearchResults,
  {pagePath, texts}: OptionsInput,
): HTMLElement[] {
  return matches.map((match) => {
    const item = document.createElement('li')
    item.className = 'result'
    const link = ownLink(pathOf(pagePath, routeTo(match.document)))
    link.append(...resultNodes(match, texts))
    item.append(link)
    return item
  })
}

function optionElement(index: number, nodes: (Node | string)[]): HTMLElement {
  const element = document.createElement('li')
  element.id = `site-search-${index}`
  element.className = 'search-option'
  element.setAttribute('role', 'option')
  element.setAttribute('aria-selected', 'false')
  element.append(...nodes)
  return element
}

function resultNodes({document, terms}: Match, texts: DOMStringMap) {
  const {kind, title, people, within} = document
  const name = element('span', 'search-option-title')
  const isolated = element('bdi')
  isolated.append(...markedNodes(title, terms))
  name.append(isolated)
  const facts = element('span', 'search-option-facts')
  const kindName = texts[`kind${kind.charAt(0).toUpperCase()}${kind.slice(1)}`] ?? ''
  const names = [...people, ...within].slice(0, 2)
  const isShown = [title, ...names].some((each) => hasMatch(each, terms))
  const reason = isShown ? '' : reasonOf(document, terms)
  const parts = [kindName, dateText(document), ...names, reason].filter((part) => part !== '')
  facts.append(
    ...parts.flatMap((part, index) => {
      const own = element('bdi')
      own.append(...markedNodes(part, index < 2 ? new Set() : terms))
      return index > 0 ? [' · ', own] : [own]
    }),
  )
  // A screen reader reads both as one name.
  return [name, ' ', facts]
}

/** Returns what else matches, so that the visitor sees why the result is in the list. */
function reasonOf(
  {people, within, topics, text}: SearchDocument,
  terms: ReadonlySet<string>,
): string {
  const name = [...topics, ...people, ...within].find((each) => hasMatch(each, terms))
  return name ?? (hasMatch(text, terms) ? excerpt(text, terms, 60) : '')
}

function markedNodes(text: string, terms: ReadonlySet<string>): (Node | string)[] {
  return matchParts(text, terms).map((part) => {
    if (!part.isMatch) return part.text
    const mark = element('mark')
    mark.textContent = part.text
    return mark
  })
}

/** Returns the day in the visitor's zone, or the date of what has no time. */
function dateText({schedule, date}: Pick<SearchDocument, 'schedule' | 'date'>): string {
  const dates = pageDates()
  if (schedule) return dates.shortDayWithYear(schedule.start, ownZone())
  return date === undefined ? '' : dates.dateName(date)
}

function element(name: 'span' | 'bdi' | 'mark', className = ''): HTMLElement {
  const created = document.createElement(name)
  if (className !== '') created.className = className
  return created
}
