import { formatBytes, formatNumber, formatTime } from '../i18n/formats.ts';

type Cell = string | number | { readonly time: string | null } | { readonly bytes: number; readonly of: string };

type DataTableProps = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly Cell[] }[];
  /** Said where there is no row. */
  readonly empty?: string;
};

/** A table of figures. */
export function DataTable({ caption, columns, rows, empty }: DataTableProps) {
  if (rows.length === 0) return empty === undefined ? null : <p class="facts">{empty}</p>;
  return (
    <table class="table plain">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) => (
              <td key={columns[index]} data-label={columns[index]}>
                {formatCell(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function formatCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return formatNumber(cell);
  if ('bytes' in cell) return `${cell.of} · ${formatBytes(cell.bytes)}`;
  return cell.time === null ? '–' : formatTime(cell.time);
}
