import * as z from 'zod'

import {field} from '../../../loaders/extension/index.ts'

/** A site can choose any names, and leave out the audience. */
export const renamedSession = z.object({
  _type: z.literal('touchpoint'),
  call: field({path: 'links.join'}, z.nullable(z.string())),
  page: field({path: 'links.rsvp'}, z.nullable(z.string())),
  blurb: field({path: 'summary'}, z.nullable(z.string())),
  headline: field({path: 'title'}, z.nullable(z.string())),
  meetings: field(
    {path: 'series', follow: true},
    z.nullable(
      z.object({
        room: field({path: 'defaultLinks.join'}, z.nullable(z.string())),
        text: field({path: 'description'}, z.nullable(z.string())),
      }),
    ),
  ),
})
export const renamedGroup = z.object({
  _type: z.literal('workingGroup'),
  blurb: field({path: 'description'}, z.nullable(z.string())),
  lead: field({path: 'conductNote'}, z.nullable(z.string())),
})
