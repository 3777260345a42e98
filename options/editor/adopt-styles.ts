import { StyleModule } from 'style-mod'

/**
 * Makes the document adopt CodeMirror's style sheets. In a document, style-mod writes them into a `<style>` element, which
 * our content security policy forbids; it adopts them only in a shadow root, so we pass it one. Source: style-mod 4.1,
 * `StyleSet`.
 */
export function adoptStyles(): void {
  const { mount } = StyleModule
  const root = {
    ownerDocument: document,
    get adoptedStyleSheets() {
      return document.adoptedStyleSheets
    },
    set adoptedStyleSheets(sheets) {
      document.adoptedStyleSheets = sheets
    },
  }
  StyleModule.mount = (_, modules) => mount(root as unknown as ShadowRoot, modules)
}
