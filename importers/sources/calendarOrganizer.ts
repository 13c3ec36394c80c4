import {addChannel} from './channels.ts'
import {groupKey, roleItem} from './groupId.ts'
import {addPerson} from './people.ts'
import type {PlanBuilder} from './planBuilder.ts'
import {type SourceNode, textOf} from './sourceNode.ts'

/** A team organizes with its list, a person with their own address, which we do not store. */
export function addOrganizer(
  organizer: SourceNode | undefined,
  group: {id: string; name: string},
  out: PlanBuilder,
): void {
  const name = textOf(organizer?.fields.get('name'))
  const email = textOf(organizer?.fields.get('email'))
  if (!organizer || (name === undefined && email === undefined)) return
  const isTeam =
    name === undefined ||
    /^(?:t|wg|sig|team)-|\bteam$/i.test(name) ||
    isGroup(name, group, out.file.path)
  if (email !== undefined && isTeam) {
    addChannel(group.id, {kind: 'mailingList', name: email}, out)
    return
  }
  if (name !== undefined && isGroup(name, group, out.file.path)) return
  const guest = addPerson(organizer, out)
  if (guest !== undefined) out.append(group.id, 'roles', roleItem('Organizer', guest))
}

/** Whether an organizer is the team itself: "Reef" in the calendar "Reef Team", or in reef.toml. */
function isGroup(name: string, group: {id: string; name: string}, path: string): boolean {
  const file = (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '')
  const keyOf = (text: string) => groupKey(text.replace(/\s+(?:calendar|events|meetings)$/i, ''))
  const own = group.id.replace(/^workingGroup-/, '')
  return [own, keyOf(group.name), keyOf(file)].includes(keyOf(name))
}
