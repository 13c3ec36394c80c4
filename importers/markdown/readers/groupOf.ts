import {type Group, groupNamed} from '../groups.ts'
import {plain} from '../plain.ts'
import type {Section} from '../readPage.ts'
import type {Context} from './reader.ts'

/** Headings of a part of a group's page. Any other heading with facts below it can be the name of a group. */
const generic =
  /\b(?:meetings?|notes|minutes|lead(?:ership|s|ers)?|chairs?|members?|membership|people|contacts?|about|overview|getting|get involved|mission|vision|scope|objectives?|resources|links|channels?|communication|join|calendars?|participat\w+|governance|licen[cs]e|contribut\w+|goals?|motivation|roadmap|antitrust|charter|code of conduct|active|inactive|working groups|groups|sigs|how to|schedule|times?|agenda|recordings?|status|projects?|documents?|quick|table of|introduction|maintainers|history|background)\b/i

export function isGenericHeading(title: string): boolean {
  return title === '' || generic.test(title)
}

/** Returns the group that a section is about: the nearest heading with its name, or the group of the page. */
export function groupOf({title, parents}: Section, {out, group}: Context): Group | undefined {
  const [named] = [title, ...parents.toReversed()].flatMap(
    (each) => groupNamed(plain(each), out) ?? [],
  )
  return named ?? group
}
