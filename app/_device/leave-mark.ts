/** On the form by which one leaves: without network the device does what it can. */
export const leaveMark = { 'data-leave': '' }
