/**
 * Shows what is current on a page that was built earlier: the words of the time ("live now"), and the next dates in
 * place of those that have passed. All of it is in the page.
 *
 * It can run on a page that is still being parsed, and again on the same page.
 *
 * @param now - UTC instant
 */
export function keepCurrent(root: Document, now: string): void {
  const at = Date.parse(now)
  for (const element of root.querySelectorAll<HTMLElement>(
    '[data-shown-from], [data-shown-until]',
  )) {
    const {shownFrom, shownUntil} = element.dataset
    const isEarly = shownFrom !== undefined && at < Date.parse(shownFrom)
    const isLate = shownUntil !== undefined && at >= Date.parse(shownUntil)
    hide(element, isEarly || isLate)
  }
  const counts = new Map<HTMLElement, number>()
  for (const list of root.querySelectorAll<HTMLElement>('[data-upcoming]')) {
    const rows = [...list.querySelectorAll<HTMLElement>(':scope > [data-ends]')]
    const count = showFirst(
      rows,
      ({dataset}) => dataset['ends'],
      at,
      Number(list.dataset['upcoming']),
    )
    const part = list.closest<HTMLElement>('[data-part="upcoming"]')
    if (part) counts.set(part, (counts.get(part) ?? 0) + count)
  }
  // A part can have a second list, which is folded.
  for (const [part, count] of counts) hide(part, count === 0)
  const dates = [...root.querySelectorAll<HTMLElement>('[data-next]')]
  for (const group of Map.groupBy(dates, (date) => date.parentElement).values()) {
    showFirst(group, ({dataset}) => dataset['next'], at, 1)
  }
}

/** Shows the first elements that have not ended, and hides the others. @returns the number of those that show */
function showFirst(
  elements: readonly HTMLElement[],
  endOf: (element: HTMLElement) => string | undefined,
  at: number,
  limit: number,
): number {
  let shown = 0
  for (const element of elements) {
    const isOver = Date.parse(endOf(element) ?? '') <= at
    hide(element, isOver || shown >= limit)
    if (!element.hidden) shown += 1
  }
  return shown
}

function hide(element: HTMLElement, isHidden: boolean): void {
  if (element.hidden !== isHidden) element.hidden = isHidden
}
