import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'

/**
 * Appends a count to a title, unless it is zero.
 *
 * @example countedTitle('Held without a recording', 3) // 'Held without a recording (3)'
 */
export function countedTitle(title: string, count: number): string {
  return count > 0 ? `${title} (${count})` : title
}

/** Returns a check mark for an empty list and a warning sign for any other. */
export function iconOfCount(count: number) {
  return count > 0 ? WarningOutlineIcon : CheckmarkCircleIcon
}
