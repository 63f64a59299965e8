/**
 * What a text may hold before it is refused. The longest of some 1,800 real posts stays below a tenth of each;
 * what just passes is still ended by the deadline of the worker.
 */
export const limits = {
  characters: 2_000_000,
  charactersInLine: 200_000,
  /** Quotes and lists inside each other. */
  containers: 50,
  /** Runs of `*`, `_` and `~` in one paragraph, item or cell, where the parser looks back from each at all before it. */
  emphasisInParagraph: 2_000,
  bracketsInParagraph: 8_000,
  definitions: 5_000,
  columns: 200,
  cells: 60_000,
  /** Cells that the parser adds to rows shorter than their table. */
  addedCells: 5_000,
  /** Tags of raw HTML that stay open, such as `<b>`, are repeated by HTML's rules in every later block. */
  openTags: 20,
  nodes: 400_000,
  depth: 150,
}
