import type {Page} from 'playwright-core'

import {eventually} from './eventually.ts'
import {openStudio} from './openStudio.ts'

/** Returns the actions of an editor in a form. Uses Sanity's test ids, which are the most stable selectors. */
export function studioForm(page: Page, studio: string) {
  const field = (name: string) => page.getByTestId(`field-${name}`)
  // Guests and organizations have a name, all other documents a title.
  const ready = () => field('title').or(field('name')).first().waitFor()
  return {
    field,
    open: async (type: string, id: string, perspective = 'drafts') => {
      await openStudio(page, `${studio}/intent/edit/id=${id};type=${type}/`)
      await ready()
      if (perspective === 'drafts') return
      // The Studio replaces the URL of the intent with the one of the document and drops its query.
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
     * Presses Publish until the document is published. Validation runs after typing, and the Studio
     * rejects a document that is not validated yet.
     */
    publish: async (isPublished: () => Promise<boolean>) => {
      const ready = page.locator('[data-testid="action-publish"][data-disabled="false"]')
      await ready.click()
      await eventually('what was published', async () => {
        if (await isPublished()) return true
        // The button is disabled while the Studio publishes or validates.
        await ready.click({timeout: 5000}).catch(() => undefined)
        return false
      })
    },
    /**
     * Runs an action of the menu next to Publish. Its items are disabled until the document is loaded, and
     * the Studio closes the menu when the state of the document changes.
     */
    act: async (name: string) => {
      const item = page.getByRole('menuitem', {name})
      await eventually(`the action ${name}`, async () => {
        if (!(await item.isVisible())) await page.getByTestId('action-menu-button').click()
        return item
          .click({timeout: 5000})
          .then(() => true)
          .catch(() => false)
      })
    },
    /**
     * Selects a document by typing into the reference input in a container. A dialog renders its inputs again
     * once its item is stored, and what was typed until then is lost.
     */
    refer: async (container: ReturnType<Page['locator']>, title: string) => {
      const option = page.getByTestId('autocomplete-popover').getByRole('option', {name: title})
      await eventually(`the option ${title}`, async () => {
        await container.getByTestId('autocomplete').fill(title)
        return option
          .first()
          .click({timeout: 5000})
          .then(() => true)
          .catch(() => false)
      })
    },
  }
}
