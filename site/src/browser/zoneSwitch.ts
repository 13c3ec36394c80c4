import {zonePlace} from '../time/wording.ts'
import {ownZone} from './ownZone.ts'
import {show} from './refreshLinks.ts'

/** Offers the visitor's own zone and applies a choice at once; the button is then not needed. */
export function zoneSwitch(): void {
  offerOwnZone()
  document.addEventListener('touchpoints:refreshed', offerOwnZone)
  document.addEventListener('change', (event) => {
    const select = event.target
    if (!(select instanceof HTMLSelectElement) || !select.closest('[data-zone-switch]')) return
    const url = new URL(location.href)
    url.searchParams.set('zone', select.value)
    void show(url)
  })
}

function offerOwnZone(): void {
  const zone = ownZone()
  for (const form of document.querySelectorAll('[data-zone-switch]')) {
    form.classList.add('zone-live')
    const select = form.querySelector('select')
    if (!select) continue
    const known = [...select.options].find(({value}) => value === zone)
    const option = known ?? new Option(zonePlace(zone), zone)
    option.text = `${zonePlace(zone)} (your time)`
    if (!known) select.add(option, 1)
  }
}
