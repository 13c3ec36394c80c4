/**
 * A cancelled session stays on the page, so it must say why.
 *
 * @example
 * cancelReasonRule({status: 'cancelled'})?.path // ['cancelReason']
 */
export function cancelReasonRule(
  document: unknown,
): {message: string; path: ['cancelReason']} | undefined {
  if (typeof document !== 'object' || document === null) return undefined
  if (Reflect.get(document, 'status') !== 'cancelled' || Reflect.get(document, 'cancelReason')) {
    return undefined
  }
  return {
    message:
      'Say why it is cancelled: visitors who planned to come read it where the session stood.',
    path: ['cancelReason'],
  }
}
