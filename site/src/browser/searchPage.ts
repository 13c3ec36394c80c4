import {pageNow} from './pageNow.ts'
import {pageDates} from './pageWords.ts'

/** Results on the page. More of them are too many to read. */
const maxResults = 100

/** Shows the results for the query of the address on the search page of a static site. */
export async function searchPage(): Promise<void> {
  const page = document.querySelector<HTMLElement>('[data-search-page]')
  const form = document.querySelector<HTMLFormElement>('[data-search]')
  const query = new URL(location.href).searchParams.get('q')?.trim() ?? ''
  const [summary, list] = [page?.querySelector('[data-search-summary]'), page?.querySelector('ol')]
  if (!page || !form || !summary || !list || query === '') return
  const input = document.querySelector<HTMLInputElement>('#search-query')
  if (input) input.value = query
  const texts = form.dataset
  page.hidden = false
  document.querySelector('[data-search-hint]')?.remove()
  try {
    const {loadSearchFile} = await import('./searchFile.ts')
    const search = await loadSearchFile(texts['search'] ?? 'en')
    const {results, total} = search.list(query, {now: pageNow(document), limit: maxResults, texts})
    const text = texts[total > 0 ? 'total' : 'none'] ?? ''
    const value = total > 0 ? pageDates().number(total) : query
    summary.textContent = text.replace('{text}', () => value)
    list.replaceChildren(...results)
  } catch {
    summary.textContent = texts['failed'] ?? ''
  }
}
