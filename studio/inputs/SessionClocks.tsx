import {Card} from '@sanity/ui'

import {regionPlaces} from '../schedule/regionPlaces.ts'
import {sessionTimes, type LocalTime} from '../schedule/sessionTimes.ts'

interface SessionClocksProps {
  /** UTC instant. */
  start: string
  /** IANA id. */
  timeZone: string
  minutes: number
}

/** The same session on every clock that matters: its own, UTC, the editor's and the three regions'. */
export function SessionClocks({start, timeZone, minutes}: SessionClocksProps) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const rows = timesOrNone(start, minutes, [
    {name: 'There', timeZone},
    {name: 'UTC', timeZone: 'UTC'},
    {name: 'Where you are', timeZone: own},
    ...regionPlaces,
  ])
  return (
    <Card padding={3} radius={2} tone="transparent" border>
      <table style={tableStyle}>
        <caption style={captionStyle}>On these clocks</caption>
        <tbody>
          {rows.map(({name, timeZone: zone, date, from, to}) => (
            <tr key={name}>
              {/* Two words that may stand below each other: on a phone the table must not be wider. */}
              <th scope="row" style={nameStyle}>
                <span style={wordStyle}>{name}</span>{' '}
                {name !== 'UTC' && <span style={zoneStyle}>{zone}</span>}
              </th>
              <td style={cellStyle}>{date}</td>
              <td style={cellStyle}>
                {from} to {to}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function timesOrNone(...asked: Parameters<typeof sessionTimes>): LocalTime[] {
  try {
    return sessionTimes(...asked)
  } catch {
    // A stored zone or start that is none has its own message from validation.
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
