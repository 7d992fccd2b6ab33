/** The head of a table: what stands in each of its columns, one word or two each. */
export function ColumnHeads({ headings }: { headings: readonly string[] }) {
  return (
    <thead>
      <tr>
        {headings.map((heading) => (
          <th scope="col" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  )
}
