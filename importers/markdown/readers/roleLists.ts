import type {ListItem} from 'mdast'

import {type Fact, factOf, labelled} from '../fact.ts'
import {addRole, isRoleLabel} from '../groups.ts'
import type {Block} from '../readPage.ts'
import {groupOf} from './groupOf.ts'
import type {Reader} from './reader.ts'

const heading =
  /\b(?:lead(?:ership|s|ers)?|chairs?|co-?chairs?|maintainers?|organi[sz]ers?|people|contacts?|roles?|members|membership|facilitators?|moderators?|stewards?)\b/i

/** Reads "Co-chair - [Person 1, Example Works](…)" and the like below "Leadership" into roles of a group. */
export const readRoleLists: Reader = (section, context) => {
  const group = groupOf(section, context)
  if (!group || !heading.test(section.title)) return section.blocks
  const [usual] =
    /\b(?:co-?chairs?|chairs?|maintainers?|organi[sz]ers?|facilitators?|moderators?|stewards?|members)\b/i.exec(
      section.title,
    ) ?? []
  const role = usual === undefined ? undefined : capital(usual.replace(/s$/i, ''))
  return section.blocks.flatMap((block): Block[] => {
    if (block.type !== 'list') return [block]
    const rest = block.children.filter((item) => !readItem(item))
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })

  function readItem(item: ListItem): boolean {
    if (item.children.length !== 1) return false
    const fact = factOf(item)
    const written = labelled(fact.text)
    if (group && written && isRoleLabel(written.label)) {
      addRole(group, written.label, valueOf(fact, written.value), context.out)
      return true
    }
    const person = namesPerson(fact)
    if (group && role !== undefined && person) {
      addRole(group, role, person, context.out)
      return true
    }
    return false
  }
}

export function valueOf(fact: Fact, value: string): Fact {
  return {...fact, text: value}
}

/** An item that is a name: a link, or two or three words in capitals, with an organization. */
function namesPerson(fact: Fact): Fact | undefined {
  const [link] = fact.links
  if (link && fact.text.startsWith(link.text) && fact.text.length < link.text.length + 80)
    return fact
  return /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}\p{N}.'’-]*){1,3}(?:,? \(?[^()]{2,60}\)?)?$/u.test(
    fact.text,
  )
    ? fact
    : undefined
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
