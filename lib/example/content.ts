import { episodes } from './episodes.ts'
import { houses, members } from './people.ts'
import type { ExampleContent } from './shape.ts'
import { rubrics, show, themes } from './show.ts'
import { sounds } from './sounds.ts'
import { stories } from './stories.ts'

/** The example show: invented people and words, real sounds. Dates are left to whoever loads it. */
export const exampleContent: ExampleContent = {
  show,
  houses: [...houses],
  rubrics: [...rubrics],
  themes: [...themes],
  members,
  stories,
  sounds,
  episodes,
}
