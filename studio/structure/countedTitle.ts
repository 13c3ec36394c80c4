import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'

/** @example countedTitle('Held, and no recording', 3) // 'Held, and no recording (3)' */
export function countedTitle(title: string, count: number): string {
  return count > 0 ? `${title} (${count})` : title
}

/** A tick for a list in which nothing waits. */
export function iconOfCount(count: number) {
  return count > 0 ? WarningOutlineIcon : CheckmarkCircleIcon
}
