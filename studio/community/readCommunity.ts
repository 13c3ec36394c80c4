import type {CadenceBreak} from '@touchpoints/calendar/time'
import {type Fields, fieldsOf, itemsOf, textOf} from '@touchpoints/schemas/reading'

/** GROQ query for what the Studio needs of the community document. */
export const communityQuery = `*[_id == "community"][0]{
  name, shortName, timeZone, languages, regions, breaks, workspaces, vocabulary
}`

/** A word in the singular and the plural, in lowercase as within a sentence. */
export interface Term {
  singular: string
  plural: string
}

export interface CommunityRegion {
  code: string
  title: string
  /** IANA id. */
  timeZone: string
}

export interface Workspace {
  kind: string
  name: string
}

/** The community as the Studio uses it. Without a community document, it has defaults. */
export interface CommunityFacts {
  /** Whether the community document exists, as a draft or published. */
  exists: boolean
  name?: string | undefined
  /** IANA id of the home zone. */
  timeZone?: string | undefined
  /** Language tags. The first one is the default. */
  languages: readonly string[]
  regions: readonly CommunityRegion[]
  breaks: readonly CadenceBreak[]
  workspaces: readonly Workspace[]
  session: Term
  series: Term
  group: Term
  guest: Term
  groupKinds: readonly string[]
  guestKinds: readonly string[]
  roles: readonly string[]
}

/** The words of a community that has not chosen its own. */
export const defaultTerms = {
  session: {singular: 'touchpoint', plural: 'touchpoints'},
  series: {singular: 'series', plural: 'series'},
  group: {singular: 'group', plural: 'groups'},
  guest: {singular: 'guest', plural: 'guests'},
} as const satisfies Record<string, Term>

/**
 * Reads the result of `communityQuery`.
 *
 * @example readCommunity(null).session.plural // 'touchpoints'
 */
export function readCommunity(result: unknown): CommunityFacts {
  const community = fieldsOf(result)
  const vocabulary = fieldsOf(community['vocabulary'])
  const term = (name: keyof typeof defaultTerms) => termOf(vocabulary[name], defaultTerms[name])
  return {
    exists: result !== null && result !== undefined,
    name: textOf(community['name']),
    timeZone: textOf(community['timeZone']),
    languages: textsIn(community['languages']),
    regions: itemsOf(community['regions']).flatMap(({item}) => regionOf(item)),
    breaks: breaksOf(community['breaks']),
    workspaces: itemsOf(community['workspaces']).flatMap(({item}) => workspaceOf(item)),
    session: term('session'),
    series: term('series'),
    group: term('group'),
    guest: term('guest'),
    groupKinds: textsIn(vocabulary['groupKinds']),
    guestKinds: textsIn(vocabulary['guestKinds']),
    roles: textsIn(vocabulary['roles']),
  }
}

/** Reads stored breaks. Leaves out those without both dates. */
export function breaksOf(value: unknown): CadenceBreak[] {
  return itemsOf(value).flatMap(({item}) => {
    const [from, to, reason] = [textOf(item['from']), textOf(item['to']), textOf(item['reason'])]
    return from && to ? [{from, to, ...(reason && {reason})}] : []
  })
}

function termOf(value: unknown, fallback: Term): Term {
  const {singular, plural} = fieldsOf(value)
  const own = textOf(singular)
  if (own === undefined) return fallback
  return {singular: own, plural: textOf(plural) ?? own}
}

function regionOf(region: Fields): CommunityRegion[] {
  const code = textOf(region['code'])
  const timeZone = textOf(region['timeZone'])
  if (code === undefined || timeZone === undefined) return []
  return [{code, title: textOf(region['title']) ?? code, timeZone}]
}

function workspaceOf({kind, name}: Fields): Workspace[] {
  const [kindText, nameText] = [textOf(kind), textOf(name)]
  return kindText && nameText ? [{kind: kindText, name: nameText}] : []
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((each: unknown) => textOf(each) ?? []) : []
}
