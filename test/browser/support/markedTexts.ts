import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'

import {documentTypeNames} from '../../../schemas/registry/index.ts'

/** Returns all texts that editors wrote, as the page shows them. */
export async function storedTexts(client: SanityClient): Promise<string[]> {
  const documents = await client.fetch<unknown[]>(
    '*[_type in $types]',
    {types: documentTypeNames},
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

/** Counts the stored texts on the page in an element that names their field, and lists the others. */
export async function countMarked(page: Page, stored: string[]) {
  return page.locator('main').evaluate((main, known) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const missing: string[] = []
    let marked = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      // Titles and dates from feeds cannot be edited here. The link back shows the title of another page, which
      // has its own heading. The menu of zones and the labels of the filters are the same for each community.
      // A browser draws the options of a menu itself, so they have no box that an editor could click.
      const elsewhere = element?.closest(
        '.agenda, .month, .details, [id^="on-calendar-"] .on-title, .hidden, .trail, .date, .zone, .filters label > span, option',
      )
      if (!known.includes(text) || elsewhere) continue
      if (element?.closest('[data-sanity]')) marked += 1
      else missing.push(text)
    }
    return {marked, missing}
  }, stored)
}
