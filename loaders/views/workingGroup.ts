import {
  calendarDate,
  instant,
  line,
  paragraph,
  slugText,
  workingGroupPhase,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {type Channel, channelView} from './channel.ts'
import {defaultTitle} from './defaultTitle.ts'
import {type GroupReference, groupReferenceView} from './group.ts'
import {type Guest, guestView} from './guest.ts'
import {type Organization, organizationView} from './organization.ts'
import {field} from './source.ts'
import {type TypedLink, typedLinkView} from './typedLink.ts'

const groupRoleView = z.object({
  role: field({label: true}, line),
  person: field({follow: true}, guestView),
  organization: field({follow: true}, z.nullable(organizationView)),
  from: z.nullable(calendarDate),
  to: z.nullable(calendarDate),
  note: field({translated: true}, z.nullable(line)),
})

/**
 * Texts of a group with such a series lose what lets visitors join, see `isForMembers`.
 *
 * A lake has an index of references, but none of `group._ref`. Without the first condition each group reads
 * every series: 5.2 s for 2,000 groups and 2,000 series, instead of 0.5 s.
 */
const hasMembersMeetings =
  'defined(*[references(^._id) && _type == "series" && group._ref == ^._id && audience == "members"][0]._id)'

export const workingGroupView = z.object({
  _id: z.string(),
  _type: z.literal('workingGroup'),
  updatedAt: field({path: '_updatedAt'}, instant),
  title: field({translated: true}, line),
  defaultTitle,
  slug: field({path: 'slug.current'}, slugText),
  kind: field({label: true}, z.nullable(line)),
  parent: field({follow: true}, z.nullable(groupReferenceView)),
  phase: workingGroupPhase,
  lead: field({follow: true}, z.nullable(organizationView)),
  goals: field({translated: true}, z.array(line)),
  description: field({translated: true}, z.nullable(paragraph)),
  links: z.array(typedLinkView),
  channels: z.array(channelView),
  roles: field({where: 'defined(person->)'}, z.array(groupRoleView)),
  hasMembersMeetings: field({computed: hasMembersMeetings}, z.boolean()),
})

/** A person's role in a group. */
export interface GroupRole {
  /** In the community's own word, such as Chair or Emeritus. */
  role: string
  /** Who has it. */
  person: Guest
  /** Organization that the person represents in it. Null when not set. */
  organization: Organization | null
  /** First day of the term, `YYYY-MM-DD`. Null when not set. */
  from: string | null
  /** Last day of the term, `YYYY-MM-DD`. Null when it goes on. */
  to: string | null
  /** Such as "elected". Null when not set. */
  note: string | null
}

/** A group of the community. Its meetings are the series that name it. */
export interface WorkingGroup {
  /** Document id. */
  _id: string
  _type: 'workingGroup'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Name of the group. */
  title: string
  /** Title in the default language of the community. Calendars of others have this one. */
  defaultTitle: string
  /** Names its feed (`calendar.ics?working-group=…`): lower-case letters, digits and hyphens. */
  slug: string
  /** The community's own word for it, such as SIG or committee. Null when not set. */
  kind: string | null
  /** The group that it belongs to. Null when there is none. */
  parent: GroupReference | null
  /** Phase of its life. */
  phase: 'forming' | 'incubating' | 'active' | 'maintenance' | 'paused' | 'archived'
  /** Organization that leads it. Null when that is the community itself. */
  lead: Organization | null
  /** Goals, one line each. */
  goals: string[]
  /** What it does, plain text. Null when not set. */
  description: string | null
  /** Charter, repository, notes and more. */
  links: TypedLink[]
  /** Places where it talks. */
  channels: Channel[]
  /** Who does what, now and before. */
  roles: GroupRole[]
  /** Whether one of its series is for members. */
  hasMembersMeetings: boolean
}
