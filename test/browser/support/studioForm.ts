import type {Page} from 'playwright-core'

import {eventually} from './eventually.ts'
import {openStudio} from './openStudio.ts'

/** What an editor does in the Studio. Sanity's own test ids are what is most stable in its forms. */
export function studioForm(page: Page, studio: string) {
  const field = (name: string) => page.getByTestId(`field-${name}`)
  // Titled documents have a title, guests and organizations a name.
  const ready = () => field('title').or(field('name')).first().waitFor()
  return {
    field,
    open: async (type: string, id: string, perspective = 'drafts') => {
      await openStudio(page, `${studio}/intent/edit/id=${id};type=${type}/`)
      await ready()
      if (perspective === 'drafts') return
      // The intent's address is replaced by the document's own, and loses its query on the way.
      await openStudio(page, `${page.url()}?perspective=${perspective}`)
      await ready()
    },
    create: async (template: string, type = template) => {
      await openStudio(page, `${studio}/intent/create/template=${template};type=${type}/`)
      await ready()
    },
    fill: async (name: string, value: string) => {
      await field(name).locator('input, textarea').first().fill(value)
    },
    tab: async (name: string) => {
      await page.getByRole('tab', {name}).click()
    },
    /**
     * The Studio checks behind the typing, and refuses with a message what it has not found valid yet: an
     * editor who sees its marks go presses again, until the lake has it.
     */
    publish: async (isPublished: () => Promise<boolean>) => {
      const ready = page.locator('[data-testid="action-publish"][data-disabled="false"]')
      await ready.click()
      await eventually('what was published', async () => {
        if (await isPublished()) return true
        // Not there to press while the Studio is publishing, or checks once more.
        await ready.click({timeout: 5000}).catch(() => undefined)
        return false
      })
    },
    /** An action of the menu beside Publish. */
    act: async (name: string) => {
      await page.getByTestId('action-menu-button').click()
      await page.getByRole('menuitem', {name}).click()
    },
    /** Chooses a document by typing into the reference input found there. */
    refer: async (place: ReturnType<Page['locator']>, words: string) => {
      await place.getByTestId('autocomplete').fill(words)
      await page
        .getByTestId('autocomplete-popover')
        .getByRole('option', {name: words})
        .first()
        .click()
    },
  }
}
