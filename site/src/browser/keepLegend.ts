const storageKey = 'touchpoints:calendars-off'

/** Remembers which calendars are off, and says so when all of them are. */
export function keepLegend(): void {
  restore()
  sayWhenAllAreOff()
  document.addEventListener('touchpoints:refreshed', sayWhenAllAreOff)
  document.addEventListener('change', (event) => {
    const input = event.target
    if (!(input instanceof HTMLInputElement) || input.name !== 'calendar') return
    remember()
    sayWhenAllAreOff()
  })
}

function switches(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('.calendar input[name="calendar"]')]
}

function restore(): void {
  const off = new Set(stored())
  for (const input of switches()) if (off.has(input.value)) input.checked = false
}

function remember(): void {
  const off = switches()
    .filter(({checked}) => !checked)
    .map(({value}) => value)
  try {
    localStorage.setItem(storageKey, off.join(' '))
  } catch {
    // A browser that keeps nothing still switches.
  }
}

function stored(): string[] {
  try {
    return localStorage.getItem(storageKey)?.split(' ') ?? []
  } catch {
    return []
  }
}

function sayWhenAllAreOff(): void {
  const all = switches()
  const off = all.length > 0 && all.every(({checked}) => !checked)
  for (const note of document.querySelectorAll<HTMLElement>('.agenda-off')) note.hidden = !off
}
