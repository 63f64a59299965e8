/** `slug`, `slug-2`, `slug-3` … for whoever needs the first that is free. Ends after 10,000. */
export function* numberedSlugs(slug: string): Generator<string> {
  yield slug
  for (let number = 2; number <= 10_000; number++) yield `${slug}-${number}`
}
