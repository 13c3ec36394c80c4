import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import type {ReactNode} from 'react'
import {VisualEditing} from 'touchpoints/next/visual-editing'

import {requestLoader} from '../lib/loader'
import './site.css'

export async function generateMetadata(): Promise<Metadata> {
  const {data} = await (await requestLoader()).community()
  const name = data?.name ?? 'Meetings'
  return {
    title: {default: name, template: `%s · ${name}`},
    ...(data?.icon && {icons: {icon: '/mark'}}),
  }
}

export default async function Layout({children}: {children: ReactNode}) {
  const {isEnabled} = await draftMode()
  const {data} = await (await requestLoader()).community()
  const style = data?.accentColor ? `:root{--accent:${data.accentColor}}` : ''
  return (
    <html lang={data?.languages[0] ?? 'en'}>
      <body>
        <style>{style}</style>
        <header>
          <a href="/community/meetings/">{data?.shortName ?? data?.name ?? 'Meetings'}</a>
        </header>
        {isEnabled && (
          <p className="notice">
            You see drafts. <a href="/api/draft-mode/disable">Exit preview</a>
          </p>
        )}
        {children}
        {isEnabled && <VisualEditing />}
      </body>
    </html>
  )
}
