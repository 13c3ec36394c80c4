import {ownZone} from './ownZone.ts'
import {pageDates, pageMessage} from './pageWords.ts'

/** Shows the visitor's time next to each time that is announced in another time zone. */
export function showYourTimes(root: ParentNode = document): void {
  const zone = chosenZone() ?? ownZone()
  for (const place of root.querySelectorAll<HTMLElement>('[data-yours]')) {
    const {start, end, zone: announced} = place.dataset
    if (!start || !end || !announced) continue
    const text = yourTime(start, end, announced, zone)
    place.hidden = text === undefined
    place.textContent = text ?? ''
  }
}

/** Returns undefined if both zones show the same time. Includes the day only if it differs. */
function yourTime(start: string, end: string, announced: string, zone: string): string | undefined {
  const {clockRange, shortDay, zonePlace} = pageDates()
  const time = clockRange(start, end, zone)
  const day = shortDay(start, zone)
  const sameDay = day === shortDay(start, announced)
  if (sameDay && time === clockRange(start, end, announced)) return undefined
  const text = sameDay ? time : pageMessage('dateTime', time, day)
  return zone === ownZone() ? pageMessage('yourTime', text) : `${text} ${zonePlace(zone)}`
}

function chosenZone(): string | undefined {
  return new URL(location.href).searchParams.get('zone') ?? undefined
}
