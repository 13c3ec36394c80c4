'use client'

export {Live, type LiveProps} from './Live.ts'
export {VisualEditing, type VisualEditingProps} from './VisualEditing.ts'
