import { type Beginning, carried } from './beginning.ts'

/** The answers that a question does not ask for, hidden in its form. `asks`: the names that it does ask for. */
export function CarriedFields({ beginning, asks }: { beginning: Beginning; asks: readonly string[] }) {
  return carried(beginning)
    .filter(([name]) => name !== 'parle' && !asks.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
