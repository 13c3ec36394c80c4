import {Card} from '@sanity/ui'

import {useCommunity} from '../community/CommunityContext.ts'
import {placesOf} from '../schedule/placesOf.ts'
import {sessionTimes, type LocalTime} from '../schedule/sessionTimes.ts'

interface SessionClocksProps {
  /** UTC instant. */
  start: string
  /** IANA id. */
  timeZone: string
  minutes: number
}

/** Shows a session in its own time zone, in UTC, in the editor's time zone and in the community's regions. */
export function SessionClocks({start, timeZone, minutes}: SessionClocksProps) {
  const {regions} = useCommunity()
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const rows = timesOrNone(start, minutes, [
    {name: 'Session', timeZone},
    {name: 'UTC', timeZone: 'UTC'},
    {name: 'You', timeZone: own},
    ...placesOf(regions),
  ])
  return (
    <Card padding={3} radius={2} tone="transparent" border>
      <table style={tableStyle}>
        <caption style={captionStyle}>Local times</caption>
        <tbody>
          {rows.map(({name, timeZone: zone, date, time}) => (
            <tr key={name}>
              {/* Name and zone can wrap, so that the table fits on a phone. */}
              <th scope="row" style={nameStyle}>
                <span style={wordStyle}>{name}</span>{' '}
                {name !== 'UTC' && <span style={zoneStyle}>{zone}</span>}
              </th>
              <td style={cellStyle}>{date}</td>
              <td style={cellStyle}>{time}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function timesOrNone(...parameters: Parameters<typeof sessionTimes>): LocalTime[] {
  try {
    return sessionTimes(...parameters)
  } catch {
    // Validation reports an invalid start or time zone.
    return []
  }
}

const wordStyle = {whiteSpace: 'nowrap'} as const
const cellStyle = {...wordStyle, padding: '4px 12px 4px 0'} as const
const nameStyle = {padding: '4px 12px 4px 0', textAlign: 'left', fontWeight: 500} as const
const mutedStyle = {color: 'var(--card-muted-fg-color)'} as const
const zoneStyle = {...wordStyle, ...mutedStyle, fontWeight: 400} as const
const tableStyle = {borderCollapse: 'collapse', fontSize: 13, lineHeight: 1.4} as const
const captionStyle = {...cellStyle, ...mutedStyle, textAlign: 'left', captionSide: 'top'} as const
