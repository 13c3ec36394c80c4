import {apiVersion} from '@touchpoints/schemas/defaults'
import {type ReactNode, useEffect, useState} from 'react'
import {type LayoutProps, useDocumentStore} from 'sanity'

import {CommunityContext} from './CommunityContext.ts'
import {observeCommunity} from './observeCommunity.ts'
import {readCommunity} from './readCommunity.ts'

/** Layout of the Studio that follows the community document once, for all forms. */
export function CommunityLayout(props: LayoutProps) {
  return <CommunityProvider>{props.renderDefault(props)}</CommunityProvider>
}

function CommunityProvider({children}: {children: ReactNode}) {
  const documentStore = useDocumentStore()
  const [community, setCommunity] = useState(() => readCommunity(null))
  useEffect(() => {
    const following = observeCommunity(documentStore, apiVersion).subscribe(setCommunity)
    return () => following.unsubscribe()
  }, [documentStore])
  return <CommunityContext value={community}>{children}</CommunityContext>
}
