import {plain} from '../plain.ts'

/**
 * Returns the title of a series that a heading names, such as "Webinars" in "Past webinars 2025".
 *
 * @param titles - headings, the nearest first
 */
export function seriesIn(titles: readonly string[]): string | undefined {
  const words =
    /\b((?:[\p{Lu}][\p{L}\p{N}-]*\s+){0,3}(?:webinars?|talks|meetups?|office hours|community calls?|town halls?|workshops?|brown bags?|lectures?))\b/iu
  const names = titles.flatMap((title) => {
    const match = words.exec(plain(title))?.[1]
    return match === undefined ? [] : nameIn(match)
  })
  // "Orchard Webinars" says more than "Past webinars" below it.
  const name = names.find((each) => each.includes(' ')) ?? names[0]
  return name === undefined ? undefined : name.charAt(0).toUpperCase() + name.slice(1)
}

function nameIn(title: string): string {
  return title.replace(/^(?:(?:past|previous|upcoming|next|our|recorded|all|the|recent)\s+)+/i, '')
}
