import {ownZone} from './ownZone.ts'
import {pageDates, pageMessage} from './pageWords.ts'
import {navigate} from './refreshLinks.ts'

/** Adds the visitor's zone to the menu and applies a choice at once, without the button. */
export function zoneSwitch(): void {
  offerOwnZone()
  document.addEventListener('touchpoints:refreshed', offerOwnZone)
  document.addEventListener('change', (event) => {
    const select = event.target
    if (!(select instanceof HTMLSelectElement) || !select.closest('[data-zone-switch]')) return
    const url = new URL(location.href)
    url.searchParams.set('zone', select.value)
    void navigate(url)
  })
}

function offerOwnZone(): void {
  const zone = ownZone()
  const place = pageDates().zonePlace(zone)
  for (const form of document.querySelectorAll('[data-zone-switch]')) {
    form.classList.add('zone-live')
    const select = form.querySelector('select')
    if (!select) continue
    const existing = [...select.options].find(({value}) => value === zone)
    const option = existing ?? new Option(place, zone)
    option.text = pageMessage('yourZone', place)
    if (!existing) select.add(option, 1)
  }
}
