import {ownZone} from './ownZone.ts'
import {pageDates, pageMessage} from './pageWords.ts'

/** Adds the visitor's zone to each menu of zones, and selects the zone that the page shows. */
export function offerZone(root: Document, shown: string): void {
  const own = ownZone()
  const place = pageDates().zonePlace(own)
  for (const form of root.querySelectorAll('[data-zone-switch]')) {
    const select = form.querySelector('select')
    if (!select) continue
    form.classList.add('zone-live')
    const existing = [...select.options].find(({value}) => value === own)
    const option = existing ?? root.createElement('option')
    const text = pageMessage('yourZone', place)
    option.value = own
    if (option.text !== text) option.text = text
    if (!existing) select.add(option, 1)
    // A calendar that the server divides into days shows the zone of its address.
    if (!form.matches('[data-zone-switch="own"]')) continue
    for (const each of select.options) each.toggleAttribute('selected', each.value === shown)
    if (select.value !== shown) select.value = shown
  }
}
