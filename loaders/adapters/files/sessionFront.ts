import type {Touchpoint} from '../../views/touchpoint.ts'

/**
 * Returns the front matter of a session's page. `date` is never in the future, because a generator does not
 * publish the page before it.
 */
export function sessionFront(touchpoint: Touchpoint) {
  const {title, slug, updatedAt, schedule, status, series, topics} = touchpoint
  return {
    title,
    slug,
    date: schedule.start < updatedAt ? schedule.start : updatedAt,
    lastmod: updatedAt,
    params: {
      touchpoint: slug,
      start: schedule.start,
      end: schedule.end,
      timeZone: schedule.timeZone,
      status,
      series: series.slug,
      ...(series.group && {group: series.group.slug}),
      topics,
    },
  }
}
