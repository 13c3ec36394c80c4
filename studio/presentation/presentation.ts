import {defaultPagePath} from '@touchpoints/schemas/defaults'
import {presentationTool} from 'sanity/presentation'
import type {Extension} from 'touchpoints/extend'

import {locationsWith} from './locationsWith.ts'
import {mainDocuments} from './mainDocuments.ts'

/**
 * Returns the preview tool: the site next to the form. A click on a text of the site opens its field.
 *
 * @param previewUrl - origin of the site, such as `https://example.org`. The site serves the routes of
 * `createPreviewHandler` from `touchpoints/http`.
 * @param extension - document types that the project adds. They have the locations of what refers to them
 */
export function presentation(previewUrl: string, extension?: Extension) {
  return presentationTool({
    name: 'presentation',
    title: 'Preview',
    previewUrl: {
      initial: `${previewUrl}${defaultPagePath}`,
      previewMode: {
        enable: '/api/draft-mode/enable',
        disable: '/api/draft-mode/disable',
        // The Studio's own share link shows all drafts and does not expire. The banner on the page
        // creates one that shows one draft for a day.
        shareAccess: false,
      },
    },
    resolve: {
      locations: locationsWith(extension),
      mainDocuments,
    },
  })
}
