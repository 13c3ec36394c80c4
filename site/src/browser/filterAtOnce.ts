import {navigate} from './refreshLinks.ts'

/** Applies the filters of a list at once, without the button. */
export function filterAtOnce(): void {
  document.addEventListener('change', (event) => {
    const select = event.target
    const form = select instanceof HTMLSelectElement ? select.form : null
    if (form?.matches('[data-filters]')) apply(form)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-filters]')) return
    event.preventDefault()
    apply(form)
  })
}

function apply(form: HTMLFormElement): void {
  const url = new URL(form.action)
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') url.searchParams.set(name, value)
  }
  void navigate(url)
}
