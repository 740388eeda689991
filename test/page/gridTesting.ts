import type { GridDriver } from './gridPage';
import type { TestPage } from './harness';

/** Runs in the page, with the table's driver at hand. */
export async function drive<T, A = undefined>(
  { page }: TestPage,
  work: (driver: GridDriver, argument: A) => T | Promise<T>,
  ...[argument]: A extends undefined ? [] : [A]
): Promise<T> {
  // What is evaluated is no script of the page, and so not under its policy.
  return page.evaluate(`(${work.toString()})(globalThis.driver, ${JSON.stringify(argument)})`);
}

/** What has the focus, in short: a row by its id and column of ids, a button by what it says. */
export async function focused({ page }: TestPage): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    const id = active?.querySelector(':scope > .first')?.firstChild?.textContent;
    return id ?? active?.getAttribute('data-stop') ?? active?.textContent ?? '';
  });
}

/** The ids of rows, or labels of groups, that can be seen in the table, from top to bottom. */
export async function seen({ page }: TestPage): Promise<readonly string[]> {
  return page.evaluate(() => {
    const grid = document.querySelector('.grid');
    if (!grid) return [];
    const { top, bottom } = grid.getBoundingClientRect();
    const header = grid.querySelector('.header')?.getBoundingClientRect().bottom ?? top;
    return [...grid.querySelectorAll('.line')]
      .filter((row) => row.getBoundingClientRect().bottom > header + 1 && row.getBoundingClientRect().top < bottom - 1)
      .map((row) => row.querySelector('.first')?.firstChild?.textContent ?? '');
  });
}
