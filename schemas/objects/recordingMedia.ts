import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** Where a recording is: one video, one playlist, or a link to elsewhere. */
export const recordingMedia = defineType({
  name: 'recordingMedia',
  title: 'Where it is',
  type: 'object',
  fields: [
    scalarField('youtubeId', 'youtubeId', {
      title: 'YouTube video',
      description: 'The 11 characters after youtu.be/ or v= in its link.',
    }),
    scalarField('playlistId', 'youtubePlaylistId', {
      title: 'YouTube playlist',
      description: 'The characters after list= in its link.',
    }),
    scalarField('url', 'httpsUrl', {title: 'Elsewhere'}),
  ],
})
