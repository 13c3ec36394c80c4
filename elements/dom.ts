type Child = Node | string | false | undefined
type Attributes = Record<string, string | boolean | undefined>

/** An element with attributes and children. Text stays text: nothing of a feed becomes markup. */
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

/** A link where the address is one for the web, else its words: feeds hold `javascript:` too. */
export function link(href: string | undefined, words: string, attributes: Attributes = {}): Node {
  if (!href || !/^(?:https?:|\/(?!\/))/i.test(href)) return document.createTextNode(words)
  return h('a', {href, ...attributes}, words)
}

/** Puts new content in, and focus back where it was: on what has the same `data-key`. */
export function replaceContent(root: ShadowRoot, into: Element, content: Node[]): void {
  const key = root.activeElement?.getAttribute('data-key')
  into.replaceChildren(...content)
  if (!key) return
  const again = [...into.querySelectorAll('[data-key]')].find(
    (element) => element.getAttribute('data-key') === key,
  )
  if (again instanceof HTMLElement) again.focus({preventScroll: true})
}
