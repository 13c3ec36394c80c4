import type {Locator, Page} from 'playwright-core'

/**
 * Moves the focus to a control with Tab, as a person without a mouse does.
 *
 * @throws Error if 120 presses do not reach the control
 */
export async function tabTo(page: Page, control: Locator) {
  await control.waitFor()
  for (let presses = 0; presses < 120; presses++) {
    if (await control.evaluate(isFocused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${control.toString()}`)
}

function isFocused(element: Element): boolean {
  return element === element.ownerDocument.activeElement
}
