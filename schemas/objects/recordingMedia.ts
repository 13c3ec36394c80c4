import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** The source of a recording: a YouTube video, a YouTube playlist, or another link. */
export const recordingMedia = defineType({
  name: 'recordingMedia',
  title: 'Source',
  type: 'object',
  fields: [
    scalarField('youtubeId', 'youtubeId', {
      title: 'YouTube video',
      description: 'The 11 characters after youtu.be/ or v= in the link, such as Aj84quEIEug.',
    }),
    scalarField('playlistId', 'youtubePlaylistId', {
      title: 'YouTube playlist',
      description:
        'The characters after list= in the link, such as PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5.',
    }),
    scalarField('url', 'httpsUrl', {title: 'Other link'}),
  ],
})
