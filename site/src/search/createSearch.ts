import MiniSearch, {type SearchOptions, type SearchResult} from 'minisearch'

import {dateTerms, type MonthNames} from './dateTerms.ts'
import {compareMatches, type Match, rankOf} from './rankMatches.ts'
import type {SearchDocument} from './searchDocument.ts'
import {queryTerms, textTerms, tokensOf} from './terms.ts'

/** What was found. */
export interface SearchResults {
  /** The best first. */
  matches: Match[]
  /** Number of all matches. */
  total: number
  /** Whether no document has all words, so that these have some of them. */
  isPartial: boolean
}

export interface Search {
  /**
   * Returns the best matches of a query. One without a word has none.
   *
   * @param options.now - UTC instant that divides upcoming from past
   * @param options.limit - maximum number of matches
   */
  find: (query: string, options: {now: string; limit: number}) => SearchResults
  /** Returns words of the content that resemble those of a query, the nearest first. */
  similarWords: (query: string, max?: number) => string[]
}

/** Fields of the index. A match in the first ones counts more. */
const boost = {title: 6, people: 4, topics: 3, within: 2, date: 2, text: 1} as const
type Field = keyof typeof boost
const fields = ['title', 'people', 'topics', 'within', 'date', 'text'] as const satisfies Field[]

/** A document in the index: its number, and the text of each field. */
type Entry = {id: number} & Record<Field, string>

const matching: SearchOptions = {
  boost,
  // A long text must not lose against a short one as clearly as in a library of books.
  bm25: {k: 1.2, b: 0.3, d: 0.5},
  weights: {prefix: 0.6, fuzzy: 0.25},
  tokenize: (query) => queryTerms(query),
  processTerm: (term) => term,
  // Each word may be the beginning of a longer one, as in German. One letter may be so only at the end.
  prefix: (term, index, terms) => term.length > 1 || index === terms.length - 1,
  fuzzy: (term) => distanceOf(term, [4, 7]),
}

/**
 * Creates the search over documents. It is the same on the server and in a browser, so that both return the
 * same for the same documents.
 *
 * @param months - names of the months in the language of the documents, January first
 */
export function createSearch(documents: readonly SearchDocument[], months: MonthNames): Search {
  const index = emptyIndex()
  index.addAll(documents.map((document, id) => entryOf(document, id, months)))
  return searchIn(index, documents)
}

/** Creates the same search in parts, so that a page stays responsive meanwhile. */
export async function createSearchInParts(
  documents: readonly SearchDocument[],
  months: MonthNames,
): Promise<Search> {
  const index = emptyIndex()
  const entries = documents.map((document, id) => entryOf(document, id, months))
  await index.addAllAsync(entries, {chunkSize: 50})
  return searchIn(index, documents)
}

function emptyIndex(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: [...fields],
    tokenize: textTerms,
    processTerm: (term) => term,
    searchOptions: matching,
  })
}

function entryOf(document: SearchDocument, id: number, months: MonthNames): Entry {
  const {title, people, topics, within, date, text} = document
  return {
    id,
    title,
    people: people.join('\n'),
    topics: topics.join('\n'),
    within: within.join('\n'),
    date: dateTerms(date, months).join(' '),
    text,
  }
}

function searchIn(index: MiniSearch<Entry>, documents: readonly SearchDocument[]): Search {
  const titles = documents.map(({title}) => queryTerms(title, Infinity).join(' '))

  function matchOf({id, score, match}: SearchResult, terms: readonly string[]): Match[] {
    const document = documents[Number(id)]
    if (!document) return []
    const rank = rankOf(match, terms, titles[Number(id)] ?? '')
    return [{document, rank, score, terms: new Set(Object.keys(match))}]
  }

  return {
    find(query, {now, limit}) {
      const terms = queryTerms(query)
      if (terms.length === 0) return {matches: [], total: 0, isPartial: false}
      const all = index.search(query, {combineWith: 'AND'})
      const isPartial = all.length === 0 && terms.length > 1
      const found = isPartial ? index.search(longTerms(terms).join(' '), {combineWith: 'OR'}) : all
      const matches = found.flatMap((result) => matchOf(result, terms))
      const total = matches.length
      const best = matches.toSorted(compareMatches(now)).slice(0, limit)
      return {matches: best, total, isPartial: isPartial && total > 0}
    },
    similarWords(query, max = 3) {
      const found = index.search(query, {fuzzy: (term) => distanceOf(term, [3, 5, 8])})
      const words = found.slice(0, 20).flatMap(({id, match}) => {
        const document = documents[Number(id)]
        return document ? wordsIn(document, new Set(Object.keys(match))) : []
      })
      return [...new Set(words)].slice(0, max)
    },
  }
}

/** Returns the terms without single signs: one of them alone says nothing, and is in most dates. */
function longTerms(terms: readonly string[]): string[] {
  return terms.filter((term) => term.length > 1)
}

/** Returns the words of a document, as they are written, that have one of the terms. */
function wordsIn({title, people, topics}: SearchDocument, terms: ReadonlySet<string>): string[] {
  return [title, ...people, ...topics]
    .flatMap(tokensOf)
    .filter(({term}) => terms.has(term))
    .map(({text}) => text)
}

/**
 * Returns how many letters of a term may differ: one from the first length on, two from the second. None in a
 * number, because 2024 is not a misspelled 2025.
 */
function distanceOf(term: string, lengths: readonly number[]): number | false {
  if (/\p{N}/u.test(term)) return false
  return lengths.filter((length) => term.length >= length).length || false
}
