// By way of JavaScript, with types beside it: the package's own are its sources, which don't compile under this
// project's stricter options.
export { compress, decompress } from 'lzma1'
