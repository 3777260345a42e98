import { StyleModule } from 'style-mod'

/**
 * Has CodeMirror's style sheets adopted by the document. Below a document, style-mod writes them into a `<style>`
 * element, which our content security policy forbids; adopting them it does below a shadow root only, so it is
 * shown one. Source: style-mod 4.1, `StyleSet`.
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
