// @ts-nocheck: an extension's own functions have no types here.
// Firefox counts a page as one of the extension once it asks for something.
browser.runtime.getPlatformInfo()
