import type {Diagnosis} from './diagnosis.ts'

/** Facts that a machine with today's zone data knows: [zone, instant, hours from UTC]. */
const offsets = [
  ['Europe/Madrid', '2026-07-01T12:00:00Z', 2],
  // Renamed in 2022.
  ['Europe/Kyiv', '2026-01-01T12:00:00Z', 2],
  // No summer time any more since late 2022.
  ['America/Mexico_City', '2026-07-01T12:00:00Z', -6],
] as const

/** Node and its time zones. A build of Node with English only, or with old zones, shows wrong times. */
export function checkMachine(versions: {node: string; tz?: string}): Diagnosis[] {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number)
  const recent = major > 22 || (major === 22 && minor >= 13)
  const wrong = offsets.filter(([zone, instant, hours]) => offsetOf(zone, instant) !== hours)
  return [
    {
      about: 'Node',
      state: recent ? 'ok' : 'broken',
      message: recent ? versions.node : `${versions.node} is too old: 22.13 or later is needed.`,
    },
    {
      about: 'Time zones',
      state: wrong.length === 0 ? 'ok' : 'broken',
      message:
        wrong.length === 0
          ? `data of ${versions.tz ?? 'an unknown date'}`
          : `${wrong.map(([zone]) => zone).join(', ')} read wrong (data of ${versions.tz ?? 'an unknown date'}): install a newer Node.`,
    },
  ]
}

function offsetOf(timeZone: string, instant: string): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const wall = Date.parse(`${format.format(Date.parse(instant)).replace(' ', 'T')}Z`)
    return (wall - Date.parse(instant)) / 3_600_000
  } catch {
    return undefined
  }
}
