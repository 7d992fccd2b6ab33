declare const unit: unique symbol

/** An elapsed time in whole milliseconds. Never a time of day. */
export type Milliseconds = number & { readonly [unit]?: 'ms' }
