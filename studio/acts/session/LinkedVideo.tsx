import {useEffect, useState} from 'react'

import {lookUpVideo, type VideoDetails} from '../../recordings/lookUpVideo.ts'
import {mediaOfLink} from '../../recordings/mediaOfLink.ts'
import {VideoCard} from '../../recordings/VideoCard.tsx'

/** Shows the title of the YouTube video that an editor has pasted, so that a wrong link is visible at once. */
export function LinkedVideo({link}: {link: string}) {
  const source = mediaOfLink(link)
  const youtubeId = source && 'youtubeId' in source ? source.youtubeId : undefined
  const [result, setResult] = useState<{id: string; details: VideoDetails}>()
  useEffect(() => {
    if (youtubeId === undefined) return undefined
    const controller = new AbortController()
    const fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init)
    void lookUpVideo({youtubeId}, {fetch, signal: controller.signal}).then((details) => {
      if (!controller.signal.aborted) setResult({id: youtubeId, details})
    })
    return () => controller.abort()
  }, [youtubeId])
  if (youtubeId === undefined) return null
  return (
    <VideoCard
      id={youtubeId}
      details={result?.id === youtubeId ? result.details : 'loading'}
      onRequest={undefined}
      onUseTitle={undefined}
    />
  )
}
