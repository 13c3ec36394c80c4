import {CopyIcon} from '@sanity/icons/Copy'
import {Button, Flex, TextInput} from '@sanity/ui'
import {useState} from 'react'

import {LabeledControl} from '../inputs/LabeledControl.tsx'

/** A text to copy. */
export function CopyField({label, value}: {label: string; value: string}) {
  const [status, setStatus] = useState('')
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => setStatus('Copied.'),
      () => setStatus('Could not copy it. Select the text and copy it.'),
    )
  }
  return (
    <div>
      <LabeledControl label={label} hint={status || undefined}>
        {(attributes) => (
          <Flex gap={2}>
            <div style={{flex: 1}}>
              <TextInput {...attributes} readOnly value={value} />
            </div>
            <Button
              mode="ghost"
              icon={CopyIcon}
              text="Copy"
              aria-label={`Copy: ${label}`}
              onClick={copy}
            />
          </Flex>
        )}
      </LabeledControl>
      <div role="status" style={hidden}>
        {status}
      </div>
    </div>
  )
}

/** The hint says the same, but is not announced. */
const hidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const
