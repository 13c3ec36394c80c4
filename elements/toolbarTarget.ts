/**
 * Returns the button of a toolbar that a key moves the focus to, as in the WAI-ARIA toolbar: arrows move
 * in the direction in which the buttons are laid out and continue at the other end, Home and End go
 * to the ends.
 */
export function toolbarTarget(
  {key, target}: Pick<KeyboardEvent, 'key' | 'target'>,
  dir: 'ltr' | 'rtl',
): HTMLButtonElement | undefined {
  const toolbar = target instanceof Element ? target.closest('[role="toolbar"]') : null
  if (!(target instanceof HTMLButtonElement) || !toolbar) return undefined
  const buttons = [...toolbar.querySelectorAll('button')]
  const index = buttons.indexOf(target)
  const forward = dir === 'rtl' ? -1 : 1
  const targets = new Map([
    ['ArrowLeft', index - forward],
    ['ArrowRight', index + forward],
    ['Home', 0],
    ['End', -1],
  ])
  const next = targets.get(key)
  return next === undefined ? undefined : buttons.at(next % buttons.length)
}
