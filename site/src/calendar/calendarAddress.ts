/**
 * The address of the same page with another month or zone: links and bookmarks hold both, so a
 * shared calendar looks alike to whoever opens it.
 */
export function calendarAddress(view: {zone?: string; month?: string}, anchor: string): string {
  const query = new URLSearchParams()
  if (view.zone) query.set('zone', view.zone)
  if (view.month) query.set('month', view.month)
  const text = query.toString().replaceAll('%2F', '/')
  return `?${text}#${anchor}`
}
