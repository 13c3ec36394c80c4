import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'

import {AnnouncementDialog} from './AnnouncementDialog.tsx'

/** Opens a dialog with the announcement of a session. */
export const copyAnnouncement: DocumentActionComponent = ({id}) => {
  const [open, setOpen] = useState(false)
  return {
    label: 'Copy announcement…',
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: 'Announcement',
      onClose: () => setOpen(false),
      content: <AnnouncementDialog touchpointId={id} />,
    },
  }
}
