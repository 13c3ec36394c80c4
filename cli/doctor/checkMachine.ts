import type {Diagnosis} from './diagnosis.ts'

/** Offsets that current time zone data must give: [zone, instant, hours from UTC]. */
const offsets = [
  ['Europe/Madrid', '2026-07-01T12:00:00Z', 2],
  // Renamed in 2022.
  ['Europe/Kyiv', '2026-01-01T12:00:00Z', 2],
  // Without summer time since late 2022.
  ['America/Mexico_City', '2026-07-01T12:00:00Z', -6],
] as const

/** Checks Node and its time zones. A Node with English only, or with old zones, shows wrong times. */
export function checkMachine(versions: {node: string; tz?: string}): Diagnosis[] {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number)
  const recent = major > 22 || (major === 22 && minor >= 13)
  const wrong = offsets.filter(([zone, instant, hours]) => offsetOf(zone, instant) !== hours)
  return [
    {
      about: 'Node',
      state: recent ? 'ok' : 'fail',
      message: recent ? versions.node : `${versions.node} is too old. Install 22.13 or later.`,
    },
    {
      about: 'Time zones',
      state: wrong.length === 0 ? 'ok' : 'fail',
      message:
        wrong.length === 0
          ? `data version ${versions.tz ?? 'unknown'}`
          : `${wrong.map(([zone]) => zone).join(', ')} have a wrong offset (data version ${versions.tz ?? 'unknown'}). Install a newer Node.`,
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
