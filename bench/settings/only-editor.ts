// A page with nothing but CodeMirror and the list in it. Settings with this editor can't open faster.
import { EditorState } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'

declare const benchList: string

new EditorView({
  parent: document.body,
  state: EditorState.create({ doc: benchList, extensions: [lineNumbers()] }),
})
