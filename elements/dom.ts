import type {Markup} from './markup.ts'

/** Creates an element and its children. Strings become text nodes. */
export function toDom({tag, attributes, children, color, onInput}: Markup): HTMLElement {
  const element: HTMLElement = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '')
    else if (typeof value === 'string') element.setAttribute(name, value)
  }
  // Not the `style` attribute, which a content security policy can forbid.
  if (color) element.style.setProperty('--mark', color)
  if (onInput) {
    element.addEventListener(tag === 'button' ? 'click' : 'change', () => onInput(element))
  }
  for (const child of children) {
    if (child) element.append(typeof child === 'string' ? child : toDom(child))
  }
  return element
}

/** Replaces the content and restores the focus to the element with the same `data-key`. */
export function replaceContent(root: ShadowRoot, container: Element, content: Markup[]): void {
  const key = root.activeElement?.getAttribute('data-key')
  container.replaceChildren(...content.map(toDom))
  if (key) focusKey(container, key)
}

/** Moves the focus to the element with a `data-key`. */
export function focusKey(container: Element, key: string): void {
  const target = [...container.querySelectorAll('[data-key]')].find(
    (element) => element.getAttribute('data-key') === key,
  )
  if (target instanceof HTMLElement) target.focus({preventScroll: true})
}

/** Writes one of the attributes of our own elements, which a browser neither follows nor runs. */
export function writeAttribute(element: HTMLElement, name: string, value: string): void {
  element.setAttribute(name, value)
}
