import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright-core'

/** What axe finds within a place that keeps someone from using it, as "rule: where". */
export async function seriousProblems(page: Page, place: string): Promise<string[]> {
  const {violations} = await new AxeBuilder({page}).include(place).analyze()
  return violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(' ')}`))
}
