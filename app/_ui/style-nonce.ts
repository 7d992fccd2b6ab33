// react-aria writes two small style elements of its own, and takes the page's nonce from this name. What
// imports react-aria imports this beside it: without the nonce the content security policy refuses them.
if (typeof document !== 'undefined') {
  const script = document.querySelector<HTMLScriptElement>('script[nonce]')
  Object.assign(globalThis, { __webpack_nonce__: script?.nonce })
}
