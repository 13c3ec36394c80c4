/**
 * A published recording is somewhere; one that was not made says why.
 *
 * @example
 * recordingAvailabilityRule({availability: 'published'})?.path // ['media']
 */
export function recordingAvailabilityRule(
  document: unknown,
): {message: string; path: [string]} | undefined {
  if (typeof document !== 'object' || document === null) return undefined
  const availability: unknown = Reflect.get(document, 'availability')
  if (availability === 'published' && !Reflect.get(document, 'media')) {
    return {
      message: 'Say where the published recording is, or set it to processing.',
      path: ['media'],
    }
  }
  if (availability === 'notRecorded' && !Reflect.get(document, 'notRecordedReason')) {
    return {
      message: 'Say why there is no recording, such as “held under the Chatham House Rule”.',
      path: ['notRecordedReason'],
    }
  }
  return undefined
}
