import {defineExtension, field} from 'touchpoints/extend'
import * as z from 'zod'

const venueView = z.object({
  _id: z.string(),
  _type: z.literal('venue'),
  name: z.string(),
  address: z.string(),
  capacity: z.number().nullable(),
})

/** A community that meets in rooms: a level and a venue of each session. */
export const venueExtension = defineExtension({
  fields: {
    touchpoint: {
      fields: [
        {name: 'level', type: 'string', options: {list: ['beginner', 'advanced']}},
        {name: 'venue', type: 'reference', to: [{type: 'venue'}]},
      ],
      view: z.object({
        level: z.enum(['beginner', 'advanced']).nullable(),
        venue: field({follow: true}, venueView.nullable()),
      }),
      rules: [
        {
          code: 'beginners-have-a-venue',
          check: ({level, venue}) =>
            level === 'beginner' && venue === undefined
              ? [
                  {
                    level: 'warning',
                    path: ['venue'],
                    message: 'Beginners meet in person. Select a venue.',
                  },
                ]
              : [],
        },
      ],
    },
  },
  documents: {
    venue: {
      type: {
        name: 'venue',
        title: 'Venue',
        type: 'document',
        fields: [
          {name: 'name', type: 'line'},
          {name: 'address', type: 'line'},
          {name: 'capacity', type: 'number'},
        ],
      },
      listTitle: 'Venues',
      view: venueView,
      order: 'name asc',
      rules: [
        {
          code: 'venue-capacity',
          check: ({capacity}) =>
            typeof capacity === 'number' && capacity < 1
              ? [
                  {
                    level: 'error',
                    path: ['capacity'],
                    message: `${capacity} people fit into it. Enter at least 1.`,
                  },
                ]
              : [],
        },
      ],
    },
  },
})
