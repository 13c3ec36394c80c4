import {apiVersion} from '@touchpoints/schemas/defaults'
import {fieldsOf, textOf} from '@touchpoints/schemas/reading'
import type {InitialValueResolverContext, Template} from 'sanity'

import {newSlot} from '../cadence/slot.ts'
import {communityQuery, readCommunity} from '../community/readCommunity.ts'
import {referenceTo} from '../documents/referenceTo.ts'
import {slugOf} from '../documents/slugOf.ts'

export const meetingTemplateId = 'meetingOfGroup'

interface MeetingParameters {
  groupId: string
}

const groupQuery = `{
  "group": *[_id == $groupId][0]{
    title,
    "meetings": count(*[_type == "series" && references($groupId)])
  },
  "community": ${communityQuery}
}`

/** Template for a meeting of a group: the editor adds the weekday and the time. */
export const meetingOfGroup: Template<MeetingParameters> = {
  id: meetingTemplateId,
  title: 'Meeting of a group',
  schemaType: 'series',
  parameters: [{name: 'groupId', type: 'string'}],
  value: async ({groupId}: MeetingParameters, {getClient}: InitialValueResolverContext) => {
    const client = getClient({apiVersion})
    const [result, published] = await Promise.all([
      client.fetch<unknown>(groupQuery, {groupId}, {perspective: 'drafts'}),
      client.fetch<unknown>('count(*[_id == $groupId])', {groupId}, {perspective: 'published'}),
    ])
    const {group, community} = fieldsOf(result)
    return meetingValue(
      {id: groupId, published: published === 1, ...groupFacts(group)},
      {
        timeZone: readCommunity(community).timeZone ?? browserZone(),
        now: new Date().toISOString(),
      },
    )
  },
}

export interface MeetingGroup {
  id: string
  title: string
  published: boolean
  /** The number of meetings that it has already. */
  meetings: number
}

/**
 * Returns the initial value of a meeting of a group.
 *
 * @param options.timeZone - IANA id: the community's home zone
 * @param options.now - UTC instant
 * @example meetingValue(group, options).title // 'SIG Metrics meeting'
 */
export function meetingValue(
  {id, title, published, meetings}: MeetingGroup,
  options: {timeZone: string; now: string},
) {
  const name = `${title} meeting${meetings > 0 ? ` ${meetings + 1}` : ''}`
  // The slug of a title without Latin letters would be the one of each such group.
  const slug = slugOf(title) === undefined ? undefined : slugOf(name)
  return {
    title: name,
    ...(slug !== undefined && {slug: {_type: 'slug', current: slug}}),
    group: referenceTo(id, 'workingGroup', {published}),
    meets: 'standing',
    lifecycle: 'active',
    minutes: 60,
    audience: 'everyone',
    cadence: {_type: 'cadence', slots: [{...newSlot(options), _key: 'slot-1'}]},
  }
}

function groupFacts(group: unknown): Pick<MeetingGroup, 'title' | 'meetings'> {
  const {title, meetings} = fieldsOf(group)
  return {
    title: textOf(title) ?? 'Group',
    meetings: typeof meetings === 'number' ? meetings : 0,
  }
}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
