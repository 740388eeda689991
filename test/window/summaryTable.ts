import type { Frame, Locator } from 'playwright-core';

// What a person sees and does in the table of the summary's page.

/** A control's row, by the columns that stand there at first. */
export interface TableRow {
  /** Its id and title. */
  readonly control: string;
  readonly responsibility: string;
  readonly status: string;
  readonly evidence: number;
  readonly references: number;
}

/** All rows, wherever the table is scrolled to; it has only those in the DOM that are in view. */
export async function rowsOfTable(frame: Frame): Promise<readonly TableRow[]> {
  return frame.getByRole('treegrid').evaluate(async (grid) => {
    const rows = new Map<string, TableRow>();
    const top = grid.scrollTop;
    const atNextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let next = 0; ; next += grid.clientHeight / 2) {
      grid.scrollTop = next;
      await atNextFrame();
      for (const row of grid.querySelectorAll('.line')) {
        const textOf = (cell: string): string => row.querySelector(cell)?.textContent ?? '';
        const [evidence, , references] = row.querySelectorAll('.cell-count');
        rows.set(textOf('.cell-id'), {
          control: `${textOf('.cell-id')} ${textOf('.cell-title')}`,
          responsibility: textOf('.cell-responsibility'),
          status: textOf('.cell-status'),
          evidence: Number(evidence?.textContent),
          references: Number(references?.textContent),
        });
      }
      if (next + grid.clientHeight >= grid.scrollHeight) break;
    }
    grid.scrollTop = top;
    await atNextFrame();
    return [...rows.values()];
  });
}

/** The row of a control or requirement, brought into view by a search for its id. */
export async function findRow(frame: Frame, id: string): Promise<Locator> {
  await frame.getByRole('search').getByRole('textbox').fill(id);
  const row = frame.getByRole('row').filter({ has: frame.getByRole('rowheader', { name: id, exact: true }) });
  await row.first().waitFor();
  return row.first();
}

/** What unfolds below a row, which is searched for and opened. */
export async function detailsOf(frame: Frame, id: string): Promise<Locator> {
  const row = await findRow(frame, id);
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.press('Enter');
  const details = frame.locator('.details-row').first();
  await details.getByRole('button', { name: `Copy id, ${id}` }).waitFor();
  return details;
}
