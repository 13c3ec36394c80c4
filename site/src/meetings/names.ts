import type {Words} from '@touchpoints/words'
import type {Channel, TypedLink} from 'touchpoints'

/** Returns the text of a channel: its name, such as `#wg-metrics`, its title, or its kind. */
export function channelName({kind, name, title}: Channel, {say}: Words): string {
  return name ?? title ?? say(`names.channelKind.${kind}`)
}

/** Returns the text of a link: its title, or its purpose. */
export function linkName({kind, title}: TypedLink, {say}: Words): string {
  return title ?? say(`names.linkKind.${kind}`)
}

/** Returns up to two letters to show instead of a photo. @example initials('Ana Jiménez') // 'AJ' */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const ends = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return ends.map((word) => firstLetter(word ?? '')).join('')
}

function firstLetter(word: string): string {
  return /^\p{L}\p{M}*/u.exec(word)?.[0].toUpperCase() ?? ''
}
