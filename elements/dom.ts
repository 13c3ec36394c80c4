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

/** What each container shows: its parts, as text to compare and as elements. */
const shown = new WeakMap<Element, {text: string; element: HTMLElement}[]>()

/**
 * Shows markup in a container. A part that has not changed stays, with the selection and the open menu in
 * it. The focus moves to the element with the same `data-key`, or else to the one in its place.
 */
export function replaceContent(root: ShadowRoot, container: Element, content: Markup[]): void {
  const before = shown.get(container) ?? []
  const active = root.activeElement
  const key = active?.getAttribute('data-key')
  const place = keyed(container).findIndex((element) => element === active)
  const parts = content.map((part, index) => {
    const text = JSON.stringify(part)
    const old = before[index]
    return old?.text === text ? old : {text, element: toDom(part)}
  })
  shown.set(container, parts)
  const elements = new Set<Node>(parts.map(({element}) => element))
  const stale = [...container.childNodes].filter((node) => !elements.has(node))
  for (const node of stale) container.removeChild(node)
  for (const [index, {element}] of parts.entries()) {
    const there = container.childNodes[index]
    if (there !== element) container.insertBefore(element, there ?? null)
  }
  if (key && root.activeElement !== active && !focusKey(container, key)) {
    keyed(container)
      .at(Math.min(place, keyed(container).length - 1))
      ?.focus({preventScroll: true})
  }
}

/** Moves the focus to the element with a `data-key`, if there is one. */
export function focusKey(container: Element, key: string): boolean {
  const target = keyed(container).find((element) => element.getAttribute('data-key') === key)
  target?.focus({preventScroll: true})
  return target !== undefined
}

function keyed(container: Element): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('[data-key]')]
}

/** Writes one of the attributes of our own elements, which a browser neither follows nor runs. */
export function writeAttribute(element: HTMLElement, name: string, value: string): void {
  element.setAttribute(name, value)
}
