import {createContext, useContext} from 'react'

import {type CommunityFacts, readCommunity} from './readCommunity.ts'

/** The community of the open Studio. Has defaults until it is loaded. */
export const CommunityContext = createContext<CommunityFacts>(readCommunity(null))

export function useCommunity(): CommunityFacts {
  return useContext(CommunityContext)
}
