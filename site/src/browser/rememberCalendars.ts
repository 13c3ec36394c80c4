const storageKey = 'touchpoints:calendars-off'

/** Remembers which calendars are hidden, and shows a note when all of them are. */
export function rememberCalendars(): void {
  restore()
  updateEmptyNote()
  document.addEventListener('touchpoints:refreshed', updateEmptyNote)
  document.addEventListener('change', (event) => {
    const input = event.target
    if (!(input instanceof HTMLInputElement) || input.name !== 'calendar') return
    remember()
    updateEmptyNote()
  })
}

function checkboxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('.calendar input[name="calendar"]')]
}

function restore(): void {
  const hidden = new Set(storedValues())
  for (const input of checkboxes()) if (hidden.has(input.value)) input.checked = false
}

function remember(): void {
  const hidden = checkboxes()
    .filter(({checked}) => !checked)
    .map(({value}) => value)
  try {
    localStorage.setItem(storageKey, hidden.join(' '))
  } catch {
    // Without storage, the checkboxes still work on this page.
  }
}

function storedValues(): string[] {
  try {
    return localStorage.getItem(storageKey)?.split(' ') ?? []
  } catch {
    return []
  }
}

function updateEmptyNote(): void {
  const all = checkboxes()
  const allHidden = all.length > 0 && all.every(({checked}) => !checked)
  for (const note of document.querySelectorAll<HTMLElement>('.agenda-empty'))
    note.hidden = !allHidden
}
