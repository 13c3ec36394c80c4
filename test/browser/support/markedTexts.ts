import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'

/** Every text that an editor wrote, as the page would show it. */
export async function storedTexts(client: SanityClient): Promise<string[]> {
  const documents = await client.fetch<unknown[]>(
    '*[_type in ["touchpoint", "series", "guest", "organization", "workingGroup", "recording", "calendar", "meetingsPage"]]',
    {},
    {perspective: 'raw'},
  )
  return [...new Set(documents.flatMap(texts))].filter((text) => /[A-Za-z]{3}/.test(text))
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name.startsWith('_') ? [] : texts(inner),
  )
}

/** Stored texts on the page: how many stand in an element that names their field, and which do not. */
export async function countMarked(page: Page, stored: string[]) {
  return page.locator('main').evaluate((main, known) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const missing: string[] = []
    let marked = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      // What a feed tells is the feed's: its titles cannot be edited here. The way back names another
      // page, whose own heading opens the field.
      const elsewhere = element?.closest('.agenda, .month, .details, .hidden, .back')
      if (!known.includes(text) || elsewhere) continue
      if (element?.closest('[data-sanity]')) marked += 1
      else missing.push(text)
    }
    return {marked, missing}
  }, stored)
}
