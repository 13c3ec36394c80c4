import {Button} from '@sanity/ui'
import {useRouter} from 'sanity/router'

import {useCommunity} from '../../community/CommunityContext.ts'
import {sessionTemplateId} from '../../templates/sessionOfSeries.ts'

/** Opens a new session of a series with its next open date, time zone, length and links. */
export function ScheduleNextButton({seriesId}: {seriesId: string}) {
  const router = useRouter()
  const {session} = useCommunity()
  return (
    <Button
      mode="ghost"
      fontSize={1}
      text={`Schedule next ${session.singular}`}
      onClick={() =>
        router.navigateIntent('create', [
          {type: 'touchpoint', template: sessionTemplateId},
          {seriesId},
        ])
      }
    />
  )
}
