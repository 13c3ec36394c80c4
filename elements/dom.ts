type Child = Node | string | false | undefined
type Attributes = Record<string, string | boolean | undefined>

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

/**
 * Creates a link for an http(s) or site-relative URL, and plain text for any other, because feeds can
 * contain `javascript:` URLs.
 */
export function link(href: string | undefined, text: string, attributes: Attributes = {}): Node {
  if (!href || !/^(?:https?:|\/(?!\/))/i.test(href)) return document.createTextNode(text)
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
