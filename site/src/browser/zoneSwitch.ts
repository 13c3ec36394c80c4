import {ownZone} from './ownZone.ts'
import {navigate} from './refreshLinks.ts'

/** Applies a choice in a menu of zones at once, without the button. */
export function zoneSwitch(): void {
  document.addEventListener('change', (event) => {
    const select = event.target
    if (!(select instanceof HTMLSelectElement)) return
    const form = select.closest<HTMLElement>('[data-zone-switch]')
    if (!form) return
    const url = new URL(location.href)
    // The visitor's own zone is the default, so the address of that page is the one to share.
    const isDefault = form.dataset['zoneSwitch'] === 'own' && select.value === ownZone()
    if (isDefault) url.searchParams.delete('zone')
    else url.searchParams.set('zone', select.value)
    void navigate(url)
  })
}
