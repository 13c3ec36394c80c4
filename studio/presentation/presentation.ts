import {defaultPagePath} from '@touchpoints/schemas/defaults'
import {presentationTool} from 'sanity/presentation'

import {locations} from './locations.ts'
import {mainDocuments} from './mainDocuments.ts'

/**
 * The site beside the form: a click on a text there opens its field here.
 *
 * @param previewUrl - where the site runs, such as `https://example.org`; it has the routes that
 * `createPreviewHandler` of touchpoints/http answers
 */
export function presentation(previewUrl: string) {
  return presentationTool({
    name: 'presentation',
    title: 'Preview',
    previewUrl: {
      initial: `${previewUrl}${defaultPagePath}`,
      previewMode: {
        enable: '/api/draft-mode/enable',
        disable: '/api/draft-mode/disable',
        // The Studio's own link would show every draft, to whoever has it, without an end. The banner
        // on the page makes one for one draft, for a day.
        shareAccess: false,
      },
    },
    resolve: {
      locations,
      mainDocuments,
    },
  })
}
