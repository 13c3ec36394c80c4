import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright-core'

/**
 * What axe finds within a place that keeps someone from using it, as `rule: role "name"`. The selector by
 * which axe finds an element again says nothing of it: it may be a generated class, and another one on
 * another day.
 */
export async function seriousProblems(page: Page, place: string): Promise<string[]> {
  const {violations} = await new AxeBuilder({page}).include(place).analyze()
  const found = violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .flatMap(({id, nodes}) => nodes.map(({target}) => ({id, selector: target.join(' ')})))
  return page.evaluate(
    (each) =>
      each.map(({id, selector}) => {
        const element = document.querySelector(selector)
        const role = element?.getAttribute('role') ?? element?.localName
        const name = element?.getAttribute('aria-label') ?? element?.textContent?.trim()
        return `${id}: ${role} "${name}"`
      }),
    found,
  )
}
