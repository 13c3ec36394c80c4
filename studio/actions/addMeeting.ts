import {ClockIcon} from '@sanity/icons/Clock'
import type {DocumentActionComponent} from 'sanity'
import {useRouter} from 'sanity/router'

import {publishedId} from '@touchpoints/schemas/reading'

import {useCommunity} from '../community/CommunityContext.ts'
import {meetingTemplateId} from '../templates/meetingOfGroup.ts'

/** Opens a new meeting of a group with its title, zone and length. The editor adds the weekday and the time. */
export const addMeeting: DocumentActionComponent = ({id, draft, published, version}) => {
  const router = useRouter()
  const {group} = useCommunity()
  const exists = Boolean(version ?? draft ?? published)
  return {
    label: 'Add a meeting',
    icon: ClockIcon,
    disabled: !exists,
    title: exists ? undefined : `Enter the title of the ${group.singular} first`,
    onHandle: () =>
      router.navigateIntent('create', [
        {type: 'series', template: meetingTemplateId},
        {groupId: publishedId(id)},
      ]),
  }
}
