import {defineArrayMember, defineField, defineType} from '@sanity/types'

/** When a series meets. Most have one slot. Dates and texts are derived from it. */
export const cadence = defineType({
  name: 'cadence',
  title: 'Cadence',
  type: 'object',
  fields: [
    defineField({
      name: 'slots',
      title: 'Slots',
      description:
        'Several slots are a meeting that takes turns, meets twice on a day, or has changed its hour: then one slot ends before the next begins.',
      type: 'array',
      of: [defineArrayMember({type: 'recurrence'})],
      validation: (rule) => rule.required().min(1),
    }),
    defineField({
      name: 'exceptions',
      title: 'Exceptions',
      description: 'Dates that are off or moved.',
      type: 'array',
      of: [defineArrayMember({type: 'cadenceException'})],
    }),
    defineField({
      name: 'breaks',
      title: 'Breaks',
      description: 'Spans without any date, such as a summer break.',
      type: 'array',
      of: [defineArrayMember({type: 'cadenceBreak'})],
    }),
  ],
})
