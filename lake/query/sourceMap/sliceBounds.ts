import type {SliceNode} from 'groq-js'

/** Returns the start and the end (exclusive) of `[left..right]` or `[left...right]`. */
export function sliceBounds(
  {left, right, isInclusive}: Pick<SliceNode, 'left' | 'right' | 'isInclusive'>,
  length: number,
): [start: number, end: number] {
  const fromStart = (index: number) => (index < 0 ? length + index : index)
  const end = fromStart(right) + (isInclusive ? 1 : 0)
  return [Math.max(fromStart(left), 0), Math.max(end, 0)]
}
