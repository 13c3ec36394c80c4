import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import type {ReactNode} from 'react'
import {VisualEditing} from 'touchpoints/next/visual-editing'

export const metadata: Metadata = {title: 'Meetings'}

export default async function Layout({children}: {children: ReactNode}) {
  const {isEnabled} = await draftMode()
  return (
    <html lang="en">
      <body>
        {children}
        {isEnabled && <VisualEditing />}
      </body>
    </html>
  )
}
