import {isOneEditApart} from './isOneEditApart.ts'
import {nameTokens} from './nameTokens.ts'

/** An existing document with a name: a person, an organization or a session. */
export interface NamedDocument {
  /** Published id. */
  id: string
  type: string
  name: string
  /** The difference from others of the same name, such as the organization of a person. */
  detail?: string | undefined
  links: readonly string[]
}

/** Why a document is probably the one that the editor means, strongest first. */
export const duplicateReasons = ['same name', 'same link', 'similar name'] as const

export type DuplicateReason = (typeof duplicateReasons)[number]

export interface LikelyDuplicate {
  document: NamedDocument
  reason: DuplicateReason
}

/**
 * Returns the existing documents that a new one would probably duplicate, most likely first.
 *
 * Names are compared without diacritics, in any order ("Wang, Dana"), with initials ("D. Wang"), with middle
 * names left out, without the legal form of a company ("Acme Inc."), and with one typo in a word.
 *
 * @example likelyDuplicates({name: 'Wang, Dana'}, [dana])[0]?.reason // 'same name'
 */
export function likelyDuplicates(
  typed: {name: string; link?: string | undefined},
  existing: readonly NamedDocument[],
): LikelyDuplicate[] {
  const tokens = nameTokens(typed.name)
  const link = linkKey(typed.link ?? '')
  return existing
    .flatMap((document): LikelyDuplicate[] => {
      const reason = reasonFor(tokens, link, document)
      return reason === undefined ? [] : [{document, reason}]
    })
    .toSorted((a, b) => duplicateReasons.indexOf(a.reason) - duplicateReasons.indexOf(b.reason))
}

function reasonFor(
  tokens: readonly string[],
  link: string | undefined,
  document: NamedDocument,
): DuplicateReason | undefined {
  const own = nameTokens(document.name)
  if (isSameName(tokens, own)) return 'same name'
  if (link !== undefined && document.links.some((each) => linkKey(each) === link)) {
    return 'same link'
  }
  return isSimilarName(tokens, own) ? 'similar name' : undefined
}

/** "Wang Dana" and "Dana Wang", "Jean-Luc" and "Jeanluc". */
function isSameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  return a.toSorted().join(' ') === b.toSorted().join(' ') || a.join('') === b.join('')
}

function isSimilarName(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = [withoutLegalForm(a), withoutLegalForm(b)].toSorted(
    (x, y) => x.length - y.length,
  )
  if (!few || !many || few.length === 0) return false
  if (isSameName(few, many)) return true
  // A missing or additional space and a typo: "Linuxfoundaton".
  if (few.length !== many.length && isTypo(few.join(''), many.join(''))) return true
  const rest = [...many]
  let exact = 0
  for (const token of few) {
    const index = bestMatch(token, rest)
    if (index === -1) return false
    if (rest[index] === token && token.length > 1) exact += 1
    rest.splice(index, 1)
  }
  // One common word is not enough: all Danas and all Wangs would be suggested.
  if (few.length === 1)
    return few.length === many.length || rest.every((token) => token.length === 1)
  return exact > 0
}

/** Returns the index of the equal word, else of one with a typo or an initial, else -1. */
function bestMatch(token: string, candidates: readonly string[]): number {
  const equal = candidates.indexOf(token)
  if (equal !== -1) return equal
  return candidates.findIndex((other) => isInitialOf(token, other) || isTypo(token, other))
}

function isInitialOf(a: string, b: string): boolean {
  return (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))
}

/** In short words, one other letter is another name: "Ana" and "Ada". */
function isTypo(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 4 && isOneEditApart(a, b)
}

const legalForms = new Set(
  'ag bv co corp corporation company ev gmbh inc incorporated kk limited llc ltd plc sa sas sl srl'.split(
    ' ',
  ),
)

function withoutLegalForm(tokens: readonly string[]): readonly string[] {
  const rest = tokens.filter((token) => !legalForms.has(token))
  return rest.length === 0 ? tokens : rest
}

/** Returns the address without scheme, www, query and trailing slash, or undefined if it is not a link. */
function linkKey(link: string): string | undefined {
  const url = URL.parse(link.trim())
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.hostname.replace(/^www\./, '')}${path}`.toLowerCase()
}
