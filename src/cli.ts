import { parseArgs } from 'node:util';
import packageJson from '../package.json';
import { type Command, UsageError } from './cli/command';
import { matrix } from './cli/matrix';
import { createProgress } from './cli/progress';
import { scan } from './cli/scan';
import { summary } from './cli/summary';
import { calendarDateOf, parseCalendarDate } from './core/calendarDate';
import { english } from './core/message';
import { createNodeFiles } from './workspace/nodeFiles';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['scan', scan],
  ['summary', summary],
  ['matrix', matrix],
]);

const HELP = `Usage: inheritance-scope COMMAND [OPTIONS] [FILE...]

Commands
  scan [--matrix FILE | --project FILE] DOCUMENT...      what each document references
  summary [--project FILE | --matrix FILE DOCUMENT...]   what is still open on everything in scope
  matrix FILE [--project FILE]                           how a matrix was read

Options
  --matrix FILE       the shared-responsibility matrix, a CSV file
  --project FILE      a project file, inheritance-scope.json
  --format FORMAT     text (the default) or json
  --today YYYY-MM-DD  the day to reckon from, instead of the clock's
  --help, --version

Exit status: 0 nothing to report, 1 findings, 2 it could not run.`;

/** Runs the command line. Resolves to the exit status. */
async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(argv);
  if (values.help) return print(HELP);
  if (values.version) return print(packageJson.version);
  const [name, ...files] = positionals;
  const command = COMMANDS.get(name ?? '');
  if (!command) {
    throw new UsageError(
      name === undefined ? 'Name a command; see --help.' : `There is no command ${name}; see --help.`,
    );
  }
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') throw new UsageError(`There is no format ${format}: take text or json.`);
  const today = values.today === undefined ? calendarDateOf(new Date()) : parseCalendarDate(values.today);
  if (today === undefined) throw new UsageError(`--today takes a day as YYYY-MM-DD, not ${values.today ?? ''}.`);

  const workingFolder = process.cwd();
  const progress = createProgress(process.stderr, () => performance.now());
  const result = await command(
    {
      files,
      ...(values.matrix !== undefined && { matrix: values.matrix }),
      ...(values.project !== undefined && { project: values.project }),
    },
    {
      files: createNodeFiles(workingFolder),
      workingFolder,
      today,
      translate: english,
      toolVersion: packageJson.version,
      onProgress: progress.onProgress,
    },
  ).finally(progress.clear);
  print(format === 'json' ? JSON.stringify(result.json, undefined, 2) : result.text.map(visible).join('\n'));
  return result.hasFindings ? 1 : 0;
}

function readArguments(argv: readonly string[]): {
  readonly values: Partial<Record<'matrix' | 'project' | 'format' | 'today', string>> & {
    help?: boolean;
    version?: boolean;
  };
  readonly positionals: readonly string[];
} {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { matrix: text, project: text, format: text, today: text, help: flag, version: flag },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** What a file holds shall not steer the terminal, nor begin a line of its own. */
function visible(line: string): string {
  return line.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const known = error instanceof UsageError;
    process.stderr.write(
      `inheritance-scope: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
