import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { calendarDateOf } from '../../src/core/calendarDate';
import type { TableRow } from './summaryTable';

// The bundle of a window test lies in out/test/window.
const program = resolve(__dirname, '../../../dist/cli.js');

/** How many references of a line have a lens of their own, by default. */
const LENSES_PER_LINE = 3;

/** What stands in the hover of a control. */
export interface HoverWords {
  readonly control: string;
  readonly headline: string;
  readonly open: string;
  /** The rules behind what is open, each once. */
  readonly why: readonly string[];
}

interface Reference {
  readonly file: string;
  /** From 1, like the column. */
  readonly line: number;
  readonly column: number;
  readonly ids: readonly string[];
  readonly kind: string;
  /** Who is responsible for it, and what is open. */
  readonly words: string;
}

/** What the command line says of an assessment, in the shapes in which the window shows the same. */
export class CommandLine {
  private constructor(
    /** The assessment's folder. */
    readonly folder: string,
    readonly exported: Readonly<Record<'md' | 'json', string>>,
    private readonly references: readonly Reference[],
  ) {}

  /**
   * @param folder where it runs; its name is the assessment's where no project file gives one
   * @param assessment the option that names the assessment; paths are relative to the folder
   * @param documents the paths of all its documents, in their order
   */
  static async ask(
    folder: string,
    assessment: readonly ['--project' | '--matrix', string],
    documents: readonly string[],
  ): Promise<CommandLine> {
    // A project file names its documents, and `scan` wants them all the same.
    const exported = [
      'export',
      '--today',
      calendarDateOf(new Date()),
      ...(assessment[0] === '--project' ? [] : documents),
    ];
    const [md, json, printed, scanned] = await Promise.all(
      [
        [...exported, '--format', 'md'],
        [...exported, '--format', 'json'],
        ['scan', ...documents],
        ['scan', '--format', 'json', ...documents],
      ].map((args) => run(folder, [...args, ...assessment])),
    );
    const { references } = JSON.parse(scanned ?? '') as { readonly references: readonly Omit<Reference, 'words'>[] };
    // In columns, of which the last holds the words.
    const words = (printed ?? '').split('\n').map((line) => line.split('  ').at(-1)?.trim() ?? '');
    return new CommandLine(
      folder,
      { md: md ?? '', json: json ?? '' },
      references.map((reference, index) => ({ ...reference, words: words[index] ?? '' })),
    );
  }

  /** The texts of a document's lenses, in reading order. */
  lenses(document: string): readonly string[] {
    const lines = new Map<number, Map<string, string>>();
    for (const { file, line, ids, words } of this.references) {
      if (file !== document) continue;
      const onLine = lines.get(line) ?? new Map<string, string>();
      lines.set(line, onLine);
      const [first = '', ...others] = ids;
      const name = others.length > 0 ? `${first}–${others.at(-1)}` : first;
      if (!onLine.has(name)) onLine.set(name, words);
    }
    return [...lines.values()].flatMap((line) => [
      ...[...line].slice(0, LENSES_PER_LINE).map(([name, words]) => (line.size > 1 ? `${name}: ${words}` : words)),
      ...(line.size > LENSES_PER_LINE ? [`+${line.size - LENSES_PER_LINE}`] : []),
    ]);
  }

  /** Where a control stands first in a document. */
  find(control: string, document: string): Reference {
    const found = this.references.find(
      ({ file, ids, kind }) => file === document && kind === 'control' && ids.includes(control),
    );
    if (!found) throw new Error(`${control} does not stand in ${document}.`);
    return found;
  }

  hover(control: string, document: string): HoverWords {
    const { controls } = JSON.parse(this.exported.json) as {
      readonly controls: readonly { readonly id: string; readonly openItems: readonly { readonly why: string }[] }[];
    };
    const { openItems } = controls.find(({ id }) => id === control) ?? { openItems: [] };
    return {
      control: this.#nameOf(control),
      headline: this.find(control, document).words,
      open: tableOf(this.exported.md, 'Open').find(([of]) => of === this.#nameOf(control))?.[2] ?? '',
      why: [...new Set(openItems.map(({ why }) => why))],
    };
  }

  /** All controls in scope, in the framework's order. */
  get rows(): readonly TableRow[] {
    return tableOf(this.exported.md, 'All controls in scope').map(
      ([control = '', responsibility = '', status = '', evidence, places = '']) => ({
        control,
        responsibility,
        status,
        evidence: Number(evidence),
        references: places.split(', ').filter(Boolean).length,
      }),
    );
  }

  #nameOf(control: string): string {
    return this.rows.find((row) => row.control.startsWith(`${control} `))?.control ?? '';
  }
}

async function run(folder: string, args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(process.execPath, [program, ...args], { cwd: folder })).stdout;
  } catch (error) {
    // With something open it ends with 1, and has answered.
    if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

/** The cells of the table below a heading. */
function tableOf(report: string, heading: string): readonly (readonly string[])[] {
  const section = report.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  // Without the header and the line below it.
  return rows.slice(2).map((row) =>
    row
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replace(/\\(.)/g, '$1')),
  );
}
