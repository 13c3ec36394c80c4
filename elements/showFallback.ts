import {h} from './dom.ts'
import {adoptStyles} from './styles.ts'

/** What the server wrote inside the element, until there are events to show. */
export function showFallback(root: ShadowRoot, content: HTMLElement): void {
  adoptStyles(root)
  content.replaceChildren(h('slot'))
  root.replaceChildren(content)
}
