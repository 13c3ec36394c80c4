import type {SafeUrl} from 'touchpoints/events-json'

type Child = Node | string | false | undefined

/** Attributes that a browser follows or runs take no plain string, and most take nothing. */
interface FollowedAttributes {
  href?: SafeUrl | undefined
  src?: never
  srcset?: never
  srcdoc?: never
  action?: never
  formaction?: never
  style?: never
}

type Attributes = Record<string, string | boolean | undefined> & FollowedAttributes

/**
 * Creates an element with attributes and children. Strings become text nodes, so feed text never
 * becomes markup.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '')
    else if (typeof value === 'string') element.setAttribute(name, value)
  }
  element.append(...children.filter((child) => child !== false && child !== undefined))
  return element
}

/** Creates a link, and plain text without a URL: `readEvents` leaves out those that are not safe. */
export function link(href: SafeUrl | undefined, text: string, attributes: Attributes = {}): Node {
  if (href === undefined) return document.createTextNode(text)
  return h('a', {href, ...attributes}, text)
}

/** Replaces the content and restores the focus to the element with the same `data-key`. */
export function replaceContent(root: ShadowRoot, container: Element, content: Node[]): void {
  const key = root.activeElement?.getAttribute('data-key')
  container.replaceChildren(...content)
  if (!key) return
  const target = [...container.querySelectorAll('[data-key]')].find(
    (element) => element.getAttribute('data-key') === key,
  )
  if (target instanceof HTMLElement) target.focus({preventScroll: true})
}
