/** The cells of the grid: lanes from top to bottom, weeks from left to right. */
export type Cells = readonly (readonly ({key: string} | undefined)[])[]

export type Direction = 'left' | 'right' | 'up' | 'down' | 'rowStart' | 'rowEnd' | 'start' | 'end'

/** Keys that move the focus, with and without Control. Macs use Command. */
export const directionOfKey: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'rowStart',
  End: 'rowEnd',
  'Control+Home': 'start',
  'Control+End': 'end',
  'Meta+Home': 'start',
  'Meta+End': 'end',
}

interface Position {
  lane: number
  week: number
}

/**
 * Returns the key of the item to focus next, or the same one at an edge. Empty cells are passed over: a monthly
 * series has six items in 26 weeks. Up and down go to the item that is nearest in time.
 */
export function nextKey(cells: Cells, from: string, direction: Direction): string {
  const at = positionOf(cells, from)
  if (!at) return firstKey(cells) ?? from
  const row = cells[at.lane] ?? []
  const keysOf = (items: Cells[number]) => items.flatMap((item) => item?.key ?? [])
  switch (direction) {
    case 'left':
      return keysOf(row.slice(0, at.week)).at(-1) ?? from
    case 'right':
      return keysOf(row.slice(at.week + 1))[0] ?? from
    case 'rowStart':
      return keysOf(row)[0] ?? from
    case 'rowEnd':
      return keysOf(row).at(-1) ?? from
    case 'up':
      return nearest(cells.slice(0, at.lane).toReversed(), at.week) ?? from
    case 'down':
      return nearest(cells.slice(at.lane + 1), at.week) ?? from
    case 'start':
      return firstKey(cells) ?? from
    case 'end':
      return cells.flatMap(keysOf).at(-1) ?? from
  }
}

/** Returns the key of the first item, from top to bottom. */
export function firstKey(cells: Cells): string | undefined {
  return cells.flat().find((item) => item !== undefined)?.key
}

/** Returns the keys of all items in the rectangle between two items. */
export function keysBetween(cells: Cells, a: string, b: string): string[] {
  const [from, to] = [positionOf(cells, a), positionOf(cells, b)]
  if (!from || !to) return [b]
  const [top, bottom] = [Math.min(from.lane, to.lane), Math.max(from.lane, to.lane)]
  const [left, right] = [Math.min(from.week, to.week), Math.max(from.week, to.week)]
  return cells
    .slice(top, bottom + 1)
    .flatMap((lane) => lane.slice(left, right + 1).flatMap((item) => item?.key ?? []))
}

function positionOf(cells: Cells, key: string): Position | undefined {
  for (const [lane, items] of cells.entries()) {
    const week = items.findIndex((item) => item?.key === key)
    if (week !== -1) return {lane, week}
  }
  return undefined
}

function nearest(lanes: Cells, week: number): string | undefined {
  const lane = lanes.find((items) => items.some((item) => item !== undefined))
  const items = (lane ?? []).flatMap((item, index) => (item ? [{key: item.key, index}] : []))
  return items.toSorted((a, b) => Math.abs(a.index - week) - Math.abs(b.index - week))[0]?.key
}
