import type { StoryForm } from '#lib/db/schema.ts'

/** The forms of a story, from the shortest to make to the longest. */
export const storyForms = [
  'brief',
  'interview',
  'voxPop',
  'report',
  'soundPostcard',
  'listings',
  'debate',
  'studioTalk',
] as const satisfies readonly StoryForm[]

/** Characters that an angle may have: it is one question. */
export const longestAngle = 300
