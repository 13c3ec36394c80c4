import {slugOf} from '../plan/documentId.ts'
import {cleanLink} from './cleanLink.ts'
import {type Collector, reference, slug} from './collector.ts'
import {type Fact, isPlaceholder} from './fact.ts'
import type {PageLink} from './linksIn.ts'
import {withoutTitles} from './withoutTitles.ts'

export interface WrittenPerson {
  name: string
  organization?: string
  /** True when the second of two names was read as a person. */
  uncertain?: boolean
}

/** Adds a person and their organization, each once. Returns the id of the person. */
export function addPerson(
  {name, organization, uncertain}: WrittenPerson,
  line: number,
  out: Collector,
): string {
  const company = organization ? addOrganization(organization, line, out) : undefined
  const id = out.add(
    'guest',
    name,
    {name, slug: slug(name), organization: company && reference(company)},
    line,
  )
  if (uncertain) {
    const message = `"${name}" was read as a person. It could be an organization.`
    out.verify(line, {code: 'uncertain', message, document: id})
  }
  return id
}

export function addOrganization(name: string, line: number, out: Collector): string {
  return out.add('organization', name, {name, slug: slug(name)}, line)
}

/** Adds the links on a person's name to the person. */
export function addPersonLinks(
  id: string,
  links: readonly PageLink[],
  line: number,
  out: Collector,
) {
  const items = links.flatMap(({url}) => {
    const clean = cleanLink(url, line, out)
    if (clean === undefined) return []
    const host = new URL(clean).hostname.replace(/^www\./, '')
    const title = host === 'github.com' ? 'GitHub' : host
    return [{_type: 'link', _key: slugOf(host), title, url: clean}]
  })
  out.append(id, 'links', items, line)
}

/** Adds the people of a cell or a line, and returns their appearances in a session. */
export function addGuests(fact: Fact | undefined, role: 'guest' | 'moderator', out: Collector) {
  if (!fact || isPlaceholder(fact.text)) return []
  // A short link beside the people, such as "[vídeo](…)", names no person.
  const words = fact.links.filter(({text}) => linkWords.test(text.trim()))
  const text = words.reduce((left, link) => left.replace(link.text, ''), fact.text)
  for (const {url} of words) out.leftover(fact.line, url, 'This link is of no person.')
  return readPeople(text.replaceAll(/[([]\s*[)\]]/g, '')).map((person) => {
    const id = addPerson(person, fact.line, out)
    const own = fact.links.filter(({text}) => text.includes(person.name))
    addPersonLinks(id, own, fact.line, out)
    return {_type: 'guestAppearance', _key: `${role}-${slugOf(id)}`, guest: reference(id), role}
  })
}

const linkWords =
  /^(?:v[ií]d[eé]os?|recording|watch|slides?|deck|notes|minutes|grabaci[oó]n|grava[cç][aã]o|diapositivas|aufzeichnung|folien|enregistrement|diapos?|link|here|rsvp|register)$/i

/** Words in the names of companies and foundations, but not in the names of people. */
const organizational =
  /\b(?:group|board|foundation|inc|ltd|gmbh|labs?|commons|university|office|institute|software|systems|technologies|project|team|council|works|farm|network|alliance|bank|press|media|library|house|survey|trust|fund|society|club|union|center|centre|museum|agency|ministry|city|council|association|collective|cooperative|studio|school|college)\b/i

/**
 * Parses "Mirko (LF Europe), Dana Wang (OpenSSF)", "Alin Jepelea, Sony", "Andrew Wafaa, Arm; Ibrahim Haddad" or
 * "Emma Irwin, Ana Jiménez". The text after a comma is an organization, unless it looks like a first and a last name.
 */
export function readPeople(written: string): WrittenPerson[] {
  const list = withoutTitles(written)
  // "Ada, Grace, and Linus" and "Ada, Grace and Linus Torvalds, Example" differ in the comma before "and".
  const isSeries = /,\s*(?:and|&)\s/.test(list) && !/[;()]/.test(list)
  if (isSeries) return list.split(/,\s*(?:and\b|&)?|\band\b/).flatMap(named)
  const parts = (
    /\(/.test(list) ? list.split(/,(?![^(]*\))|;|\band\b|&/) : list.split(/;|\band\b|&/)
  )
    .map((part) => part.trim().replace(/[.,]$/, ''))
    .filter((part) => part !== '' && !isPlaceholder(part))
  return parts.flatMap((part): WrittenPerson[] => {
    const [, own, company] = /^(.*?)\s*\(([^)]+)\)$/.exec(part) ?? []
    if (own !== undefined && company !== undefined) return [{name: own, organization: company}]
    const at = /^(.+?)\s+(?:@|from|of)\s+(\p{Lu}.+)$/u.exec(part)
    if (at?.[1] && at[2]) return [{name: at[1], organization: at[2]}]
    const [name = part, ...rest] = part
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean)
    const second = rest.join(', ')
    if (second === '') return [{name}]
    // Three or more names in a row are people: "Ada, Grace, and Linus".
    if (rest.length > 1 || isFirstNameList(parts, name)) {
      return [name, ...rest].map((each) => ({name: each}))
    }
    // A semicolon between people leaves the comma to their organizations.
    const isPerson =
      !list.includes(';') &&
      /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(second) &&
      !organizational.test(second)
    return isPerson ? [{name}, {name: second, uncertain: true}] : [{name, organization: second}]
  })
}

function named(part: string): WrittenPerson[] {
  const name = part.trim().replace(/\.$/, '')
  return name === '' || isPlaceholder(name) ? [] : [{name}]
}

/** "Alyssa, Cornelius and Josep" is a list of first names: it has an "and", and no name has two words. */
function isFirstNameList(parts: readonly string[], name: string): boolean {
  return parts.length > 1 && !parts.join('').includes(';') && !/\s/.test(name)
}
