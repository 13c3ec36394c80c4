import {withBase} from '../links/base.ts'
import {leaveTo} from './leaveTo.ts'
import {pageNow} from './pageNow.ts'
import {pageDates} from './pageWords.ts'
import type {LoadedSearch} from './searchFile.ts'
import type {SearchOption} from './searchOptions.ts'

/** The parts of the field in the header. */
interface Field {
  form: HTMLFormElement
  input: HTMLInputElement
  popup: HTMLElement
  list: HTMLElement
  note: HTMLElement
  status: HTMLElement
}

/** Results in the list. */
const maxOptions = 8

/** A screen reader says the number of results when the visitor pauses. */
const pause = 500

let loading: Promise<LoadedSearch> | undefined
let announcing: ReturnType<typeof setTimeout> | undefined
let options: readonly SearchOption[] = []
let active = -1

/**
 * Shows results while a visitor types: a combobox with a list (WAI-ARIA Authoring Practices). Loads what it
 * searches in when the field gets the focus. `/` moves the focus there.
 */
export function searchField(): void {
  describeFields()
  document.addEventListener('touchpoints:refreshed', describeFields)
  document.addEventListener('focusin', ({target}) => {
    if (fieldOf(target)) void load().catch(() => undefined)
  })
  document.addEventListener('focusout', ({target, relatedTarget}) => {
    const field = fieldOf(target)
    if (field && !(relatedTarget instanceof Node && field.form.contains(relatedTarget)))
      close(field)
  })
  document.addEventListener('input', ({target}) => {
    const field = fieldOf(target)
    if (field) void show(field)
  })
  document.addEventListener('keydown', (event) => {
    const field = fieldOf(event.target)
    if (field) pressKey(field, event)
    else if (isSlash(event)) focusField(event)
  })
  // Before the field loses the focus, which would close the list.
  document.addEventListener('mousedown', (event) => {
    if (optionAt(event)) event.preventDefault()
  })
  document.addEventListener('click', (event) => {
    const chosen = optionAt(event)
    if (chosen) choose(chosen.field, chosen.index)
  })
}

/** Without a script, the field is a plain text field. */
function describeFields(): void {
  for (const input of document.querySelectorAll('[data-search] input')) {
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-expanded', 'false')
    input.setAttribute('aria-controls', 'site-search-results')
  }
}

function fieldOf(target: EventTarget | null): Field | undefined {
  const form = target instanceof Element ? target.closest('form[data-search]') : null
  if (!(form instanceof HTMLFormElement)) return undefined
  const input = form.querySelector('input')
  const [popup, list, note, status] = [
    '.search-popup',
    '[role="listbox"]',
    '.search-note',
    '[role="status"]',
  ].map((selector) => form.querySelector<HTMLElement>(selector))
  if (!input || !popup || !list || !note || !status) return undefined
  return {form, input, popup, list, note, status}
}

function load(): Promise<LoadedSearch> {
  const language = document.querySelector<HTMLElement>('[data-search]')?.dataset['search'] ?? 'en'
  loading ??= import('./searchFile.ts').then(({loadSearchFile}) => loadSearchFile(language))
  // The next attempt starts again.
  loading.catch(() => (loading = undefined))
  return loading
}

async function show(field: Field): Promise<void> {
  const query = field.input.value.trim()
  if (query === '') return close(field)
  try {
    const search = await load()
    // A later key has its own turn.
    if (query !== field.input.value.trim() || document.activeElement !== field.input) return
    const {dataset} = field.form
    const found = search.find(query, {now: pageNow(document), limit: maxOptions, texts: dataset})
    options = found.options
    const text = dataset[found.total > 0 ? 'total' : 'none'] ?? ''
    const value = found.total > 0 ? pageDates().number(found.total) : query
    open(
      field,
      text.replace('{text}', () => value),
    )
  } catch {
    options = []
    open(field, field.form.dataset['failed'] ?? '')
  }
}

function open(field: Field, summary: string): void {
  const {input, popup, list, note, status} = field
  list.replaceChildren(...options.map(({element}) => element))
  note.textContent = summary
  note.hidden = options.length > 0
  popup.hidden = false
  // The list of no results is not open.
  input.setAttribute('aria-expanded', String(options.length > 0))
  activate(field, -1)
  clearTimeout(announcing)
  announcing = setTimeout(() => (status.textContent = summary), pause)
}

function close({input, popup, list, status}: Field): void {
  options = []
  active = -1
  list.replaceChildren()
  popup.hidden = true
  input.setAttribute('aria-expanded', 'false')
  input.removeAttribute('aria-activedescendant')
  clearTimeout(announcing)
  status.textContent = ''
}

function activate({input}: Field, index: number): void {
  active = index
  for (const [position, {element}] of options.entries()) {
    element.setAttribute('aria-selected', String(position === index))
  }
  const element = options[index]?.element
  if (element) input.setAttribute('aria-activedescendant', element.id)
  else input.removeAttribute('aria-activedescendant')
  element?.scrollIntoView({block: 'nearest'})
}

function pressKey(field: Field, event: KeyboardEvent): void {
  // The keys of an input method choose its signs.
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  const isOpen = !field.popup.hidden
  if (event.key === 'Escape' && isOpen) {
    event.preventDefault()
    close(field)
  } else if (event.key === 'Enter' && options[active]) {
    event.preventDefault()
    choose(field, active)
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    if (!isOpen) return void show(field)
    // From the field to the first or last result, and from the ends back to the field.
    const positions = options.length + 1
    const step = event.key === 'ArrowDown' ? 1 : -1
    activate(field, ((active + 1 + step + positions) % positions) - 1)
  }
}

function choose({form}: Field, index: number): void {
  const option = options[index]
  if (option?.path === undefined) form.requestSubmit()
  else leaveTo(new URL(withBase(option.path), location.href))
}

function optionAt({target}: MouseEvent): {field: Field; index: number} | undefined {
  const field = fieldOf(target)
  const element = target instanceof Element ? target.closest('[role="option"]') : null
  const index = options.findIndex((option) => option.element === element)
  return field && index >= 0 ? {field, index} : undefined
}

function isSlash({key, ctrlKey, metaKey, altKey, target}: KeyboardEvent): boolean {
  if (key !== '/' || ctrlKey || metaKey || altKey) return false
  return !(target instanceof HTMLElement) || !isTyping(target)
}

function isTyping(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches('input, textarea, select, [role="textbox"]')
}

function focusField(event: KeyboardEvent): void {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('[data-search] input')]
  const visible = inputs.find((input) => input.checkVisibility())
  if (!visible) return
  event.preventDefault()
  visible.focus()
  visible.select()
}
