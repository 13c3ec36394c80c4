import {defaultPagePath} from '@touchpoints/schemas/defaults'
import type {DocumentTypeName} from '@touchpoints/schemas/registry'
import {defineLocations, type DocumentLocationResolvers} from 'sanity/presentation'

/** The pages of the site that show a document of each type. */
export const locations = {
  community: onPage('Meetings page'),
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
        {title: 'Touchpoints', href: `${defaultPagePath}#touchpoints`},
      ],
    }),
  }),
  series: onPage('Touchpoints', 'touchpoints'),
  guest: onPage('Touchpoints', 'touchpoints'),
  organization: onPage('Touchpoints', 'touchpoints'),
  recording: onPage('Recordings', 'recordings'),
  workingGroup: defineLocations({
    select: {title: 'title', slug: 'slug.current'},
    resolve: (value) => ({
      locations: [
        ...(value?.['slug']
          ? [
              {
                title: String(value['title'] ?? 'Untitled'),
                href: `${defaultPagePath}groups/${value['slug']}/`,
              },
            ]
          : []),
        {title: 'Groups', href: `${defaultPagePath}#working-groups`},
      ],
    }),
  }),
  calendar: onPage('Calendar', 'calendar'),
  calendarDecision: onPage('Calendar', 'calendar'),
  meetingsPage: onPage('Meetings page'),
} satisfies Record<DocumentTypeName, DocumentLocationResolvers[string]>

function onPage(title: string, section?: string) {
  return defineLocations({
    locations: [{title, href: section ? `${defaultPagePath}#${section}` : defaultPagePath}],
  })
}
