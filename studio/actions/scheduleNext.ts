import {fieldsOf, refOf, textOf} from '@touchpoints/schemas/reading'
import type {DocumentActionComponent} from 'sanity'
import {useRouter} from 'sanity/router'

import {sessionTemplateId} from '../templates/sessionOfSeries.ts'

/** Opens a new touchpoint of the same series, with the next open date, zone, length and links filled in. */
export const scheduleNext: DocumentActionComponent = ({type, draft, published, version}) => {
  const router = useRouter()
  const document = fieldsOf(version ?? draft ?? published)
  const own = textOf(document['_id'])?.replace(/^(?:drafts|versions\.[^.]+)\./, '')
  const seriesId = type === 'series' ? own : refOf(document['series'])
  return {
    label: 'Schedule the next session',
    disabled: seriesId === undefined,
    title: seriesId === undefined ? 'Choose the series first' : undefined,
    onHandle: () =>
      router.navigateIntent('create', [
        {type: 'touchpoint', template: sessionTemplateId},
        {seriesId},
      ]),
  }
}
