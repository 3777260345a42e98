// @ts-nocheck: an extension's own functions have no types here.
// Firefox counts a page as the extension's once it has called an extension API.
browser.runtime.getPlatformInfo()
