import type { EditorState } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'

/** Makes what `change` does to the text one step of its own: taken back at once, and nothing else with it. */
export function asOneStep(state: EditorState, change: () => void) {
  const stop = () => yUndoPluginKey.getState(state)?.undoManager?.stopCapturing()
  stop()
  change()
  stop()
}
