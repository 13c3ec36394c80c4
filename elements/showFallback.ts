import {toDom} from './dom.ts'
import {h} from './markup.ts'
import {adoptStyles} from './styles.ts'

/** Shows the content that the server rendered inside the element, until there are events to show. */
export function showFallback(root: ShadowRoot, content: HTMLElement): void {
  adoptStyles(root)
  content.replaceChildren(toDom(h('slot')))
  root.replaceChildren(content)
}
