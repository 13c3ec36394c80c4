import type {Locator, Page} from 'playwright-core'

/**
 * Reaches a control as someone without a mouse does: with Tab, from wherever the focus is.
 *
 * @throws Error when 120 presses do not lead there
 */
export async function tabTo(page: Page, control: Locator) {
  await control.waitFor()
  for (let presses = 0; presses < 120; presses++) {
    if (await control.evaluate(isFocused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${control.toString()}`)
}

function isFocused(element: Element): boolean {
  return element === element.ownerDocument.activeElement
}
