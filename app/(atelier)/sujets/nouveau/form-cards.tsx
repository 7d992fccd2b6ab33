import { BookOpenText, CircleHelp } from 'lucide-react'
import Link from 'next/link'
import { formWords } from '#app/_story/form-words.tsx'
import { storyForms } from '#lib/story/form.ts'
import { type Beginning, carried } from './beginning.ts'

/** The forms of a story, each with its sentence, an idea, and a text to read. */
export function FormCards({ beginning }: { beginning: Beginning }) {
  const query = new URLSearchParams(carried(beginning).filter(([name]) => name !== 'forme'))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-bold">La forme de votre sujet</legend>
      <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {storyForms.map((form) => {
          const { label, is, such, one, icon } = formWords[form]
          return (
            <li key={form} className="grid grid-cols-1 content-start">
              <label className={cardLook}>
                <input
                  type="radio"
                  name="forme"
                  value={form}
                  defaultChecked={beginning.form === form}
                  className={dotLook}
                />
                {icon}
                <span className="min-w-0">
                  <span className="block font-bold">{label}</span>
                  <span className="block text-small">{is}</span>
                  <span className="block text-small">« {such} »</span>
                </span>
              </label>
              <Link
                href={`/sujets/exemples/${form}?${query}`}
                prefetch={false}
                className="inline-flex min-h-12 items-center gap-2 px-2"
              >
                <BookOpenText />
                <span>
                  Voir un exemple<span className="sr-only"> : {one}</span>
                </span>
              </Link>
            </li>
          )
        })}
        <li>
          <label className={cardLook}>
            <input
              type="radio"
              name="forme"
              value=""
              defaultChecked={beginning.form === null}
              className={dotLook}
            />
            <CircleHelp />
            <span className="font-bold">Je ne sais pas encore</span>
          </label>
        </li>
      </ul>
    </fieldset>
  )
}

const dotLook = 'scroll-mb-40 size-6 flex-none accent-brick'
const cardLook =
  'flex min-h-14 min-w-0 items-center gap-3 rounded-card border-2 border-border bg-surface px-[min(1rem,3vw)] py-2 ' +
  'hover:bg-sand has-checked:border-brick has-checked:bg-brick-soft has-checked:outline-2 has-checked:outline-brick ' +
  'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink'
