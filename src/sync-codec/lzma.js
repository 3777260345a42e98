// Imported through JavaScript with its own type file: the package's types are its sources, which don't compile under this
// project's stricter options.
export { compress, decompress } from 'lzma1'
