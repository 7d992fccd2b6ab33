// What imports react-aria imports this beside it.
if (typeof document !== 'undefined') {
  // It writes two small style elements of its own, and takes the page's nonce from this name: without it the content
  // security policy refuses them.
  const script = document.querySelector<HTMLScriptElement>('script[nonce]')
  Object.assign(globalThis, { __webpack_nonce__: script?.nonce })

  // It moves the focus of a click without a pointer (Enter on a button, a screen reader) once no transition runs, and
  // of several cancelled on one element it hears the first alone: the others would run for ever, and no menu opened
  // that way would get the focus again. That they are over it hears from their end.
  document.addEventListener('transitioncancel', ({ target, propertyName }) => {
    target?.dispatchEvent(new TransitionEvent('transitionend', { propertyName, bubbles: true }))
  })
}
