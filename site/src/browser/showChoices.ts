import {sitePath} from '@touchpoints/calendar/links'

import {withoutBase} from '../links/base.ts'
import {path} from '../links/path.ts'
import {ownLink} from './ownLink.ts'

/** The requested values of filters, as `name:value`. */
interface Choices {
  /** Those that are among the choices of the page. */
  active: readonly string[]
  unknown: readonly string[]
}

/** Shows the filters that are in effect: selected in the menus, and as links that remove them. */
export function showChoices(root: Document, address: URL, {active, unknown}: Choices): void {
  const place = root.querySelector<HTMLElement>('[data-active]')
  const chips = place?.querySelector<HTMLElement>('[data-chips]')
  const notice = place?.querySelector<HTMLElement>('.notice')
  if (!place || !chips || !notice) return
  place.hidden = active.length + unknown.length === 0
  notice.hidden = unknown.length === 0
  notice.textContent = unknown
    .map((token) => (place.dataset['unknown'] ?? '').replace('{text}', () => valueOf(token)))
    .join(' ')
  const shown = active.join(' ')
  if (chips.dataset['chips'] === shown) return
  chips.dataset['chips'] = shown
  const links = active.map((token) => chip(root, address, token, place.dataset['remove'] ?? ''))
  chips.replaceChildren(...links.flatMap((link) => [link, ' ']))
}

function chip(root: Document, address: URL, token: string, remove: string): HTMLElement {
  const option = optionOf(root, token)
  const title = option?.text ?? valueOf(token)
  option?.toggleAttribute('selected', true)
  const url = new URL(address)
  url.searchParams.delete(nameOf(token))
  const link = ownLink(sitePath(`${withoutBase(url.pathname)}${url.search}`) ?? path`/`)
  link.className = 'chip'
  link.rel = 'nofollow'
  link.dataset['refresh'] = ''
  link.ariaLabel = remove.replace('{text}', () => title)
  const text = root.createElement('bdi')
  text.textContent = title
  const sign = root.createElement('span')
  sign.ariaHidden = 'true'
  sign.textContent = ' ×'
  link.append(text, sign)
  return link
}

function optionOf(root: Document, token: string): HTMLOptionElement | undefined {
  const menus = [...root.querySelectorAll<HTMLSelectElement>('[data-filters] select')]
  const menu = menus.find(({name}) => name === nameOf(token))
  return [...(menu?.options ?? [])].find(({value}) => value === valueOf(token))
}

function nameOf(token: string): string {
  return token.slice(0, token.indexOf(':'))
}

function valueOf(token: string): string {
  return token.slice(token.indexOf(':') + 1)
}
