import {createHash} from 'node:crypto'

import type {SessionEntry} from '../sessionIndex.ts'

/** What sessions are about. */
export interface Topic {
  /** The part of the address, the same in each language. */
  slug: string
  /** As it is stored, in the default language. */
  stored: string
  /** In the language of the page. */
  name: string
  /** Its sessions, the latest first. */
  entries: SessionEntry[]
}

/**
 * Returns the topics of sessions, sorted by name. Two topics never have the same slug: "C" has `c`, and "C++"
 * has `c-` and six digits that follow from its text.
 *
 * @param language - BCP 47, for the order
 */
export function topicsOf(entries: readonly SessionEntry[], language: string): Topic[] {
  const members = new Map<string, {name: string; entries: SessionEntry[]}>()
  for (const entry of entries) {
    entry.topics.forEach((stored, index) => {
      const known = members.get(stored) ?? {name: entry.topicNames[index] ?? stored, entries: []}
      // Editors can name a topic twice.
      if (known.entries.at(-1) !== entry) known.entries.push(entry)
      members.set(stored, known)
    })
  }
  const slugs = topicSlugs([...members.keys()])
  const {compare} = new Intl.Collator(language, {sensitivity: 'base'})
  return [...members]
    .map(([stored, each]) => ({slug: slugs.get(stored) ?? '', stored, ...each}))
    .toSorted((a, b) => compare(a.name, b.name) || (a.stored < b.stored ? -1 : 1))
}

/**
 * Returns a slug for each topic. The plain form of a text is its slug if no other topic has that form, or if
 * the text is the one that needs no change but lower case. All others get digits of their text, so that a new
 * topic changes the address of no other one but in that case.
 *
 * @example topicSlugs(['Supply chain', 'C', 'C++']) // supply-chain, c, c-f1deb7
 */
export function topicSlugs(topics: readonly string[]): Map<string, string> {
  const forms = Map.groupBy(topics, plainForm)
  return new Map(
    [...forms].flatMap(([form, members]) => {
      const sorted = members.toSorted((a, b) => (a < b ? -1 : 1))
      const plain = sorted.length === 1 ? sorted[0] : sorted.find((each) => isPlain(each, form))
      return sorted.map((each): [string, string] => [
        each,
        form !== '' && each === plain ? form : `${form || 'topic'}-${digits(each)}`,
      ])
    }),
  )
}

/**
 * Returns the slug of each name: that of the topic, or one of its own for a name that no session has, such as a
 * category of a calendar.
 *
 * @param names - in the language of the topics
 */
export function slugsOfNames(
  topics: readonly Pick<Topic, 'name' | 'stored'>[],
  names: readonly string[],
): Map<string, string> {
  const stored = new Map(topics.map((topic) => [topic.name, topic.stored]))
  const texts = new Map(names.map((name) => [name, stored.get(name) ?? name]))
  const slugs = topicSlugs([...new Set([...stored.values(), ...texts.values()])])
  return new Map([...texts].map(([name, text]) => [name, slugs.get(text) ?? '']))
}

/** Latin letters without accents, digits and hyphens. Empty for a text in another script. */
function plainForm(text: string): string {
  const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return letters
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '')
}

function isPlain(text: string, form: string): boolean {
  return text.toLowerCase().replaceAll(' ', '-') === form
}

function digits(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6)
}
