import { expect, test } from 'vitest'
import { numbersAround } from '@/components/reader/pager'

test.each([
  [1, 1, [1]],
  [1, 4, [1, 2, 3, 4]],
  [1, 9, [1, 2, null, 9]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [3, 9, [1, 2, 3, 4, null, 9]],
  [4, 9, [1, 2, 3, 4, 5, null, 9]],
  [9, 9, [1, null, 8, 9]],
] as const)('page %i of %i offers its neighbours and both ends', (page, pages, numbers) => {
  expect(numbersAround(page, pages)).toEqual(numbers)
})
