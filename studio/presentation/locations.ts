import {defaultPagePath} from '@touchpoints/schemas/defaults'
import type {DocumentTypeName} from '@touchpoints/schemas/registry'
import {defineLocations, type DocumentLocationResolvers} from 'sanity/presentation'

/** Where each document is seen on the site. */
export const locations = {
  touchpoint: defineLocations({
    select: {title: 'title', slug: 'slug.current'},
    resolve: (value) => ({
      locations: [
        ...(value?.['slug']
          ? [
              {
                title: String(value['title'] ?? 'Untitled'),
                href: `${defaultPagePath}${value['slug']}/`,
              },
            ]
          : []),
        {title: 'Among the touchpoints', href: `${defaultPagePath}#touchpoints`},
      ],
    }),
  }),
  series: onPage('Among the touchpoints', 'touchpoints'),
  guest: onPage('With its touchpoints', 'touchpoints'),
  organization: onPage('With its guests and calendars', 'touchpoints'),
  recording: onPage('Among the recordings', 'recordings'),
  workingGroup: onPage('Among the working groups', 'working-groups'),
  calendar: onPage('In the calendar', 'calendar'),
  meetingsPage: onPage('The meetings page'),
} satisfies Record<DocumentTypeName, DocumentLocationResolvers[string]>

function onPage(title: string, section?: string) {
  return defineLocations({
    locations: [{title, href: section ? `${defaultPagePath}#${section}` : defaultPagePath}],
  })
}
