import {fieldsOf, refOf, textOf} from '@touchpoints/schemas/reading'
import type {DocumentActionComponent} from 'sanity'
import {useRouter} from 'sanity/router'

import {useCommunity} from '../community/CommunityContext.ts'
import {sessionTemplateId} from '../templates/sessionOfSeries.ts'

/** Opens a new touchpoint of the same series with its next open date, time zone, length and links. */
export const scheduleNext: DocumentActionComponent = ({type, draft, published, version}) => {
  const router = useRouter()
  const {session, series} = useCommunity()
  const document = fieldsOf(version ?? draft ?? published)
  const own = textOf(document['_id'])?.replace(/^(?:drafts|versions\.[^.]+)\./, '')
  const seriesId = type === 'series' ? own : refOf(document['series'])
  return {
    label: `Schedule next ${session.singular}`,
    disabled: seriesId === undefined,
    title: seriesId === undefined ? `Select its ${series.singular} first` : undefined,
    onHandle: () =>
      router.navigateIntent('create', [
        {type: 'touchpoint', template: sessionTemplateId},
        {seriesId},
      ]),
  }
}
