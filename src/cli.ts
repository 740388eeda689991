import { parseArgs } from 'node:util';
import packageJson from '../package.json';
import { check, checkAsSarif } from './cli/check';
import { type Command, type CommandArguments, type CommandContext, type FileCommand, UsageError } from './cli/command';
import { exportSummary } from './cli/export';
import { explain } from './cli/explain';
import { HELP } from './cli/help';
import { matrix } from './cli/matrix';
import { mergedSummary } from './cli/mergeSummaries';
import { diff } from './cli/diff';
import { createProgress } from './cli/progress';
import { read } from './cli/read';
import { scan } from './cli/scan';
import { EXPORT_FLAGS } from './cli/shareFlags';
import { summary } from './cli/summary';
import { usageError } from './cli/usageError';
import { verify } from './cli/verify';
import { calendarDateOf, parseCalendarDate } from './core/calendarDate';
import { english } from './core/message';
import { createNodeFiles } from './workspace/nodeFiles';

/** What goes to standard output, and the exit status. */
interface Answer {
  readonly output: string | Uint8Array;
  readonly status: 0 | 1;
}

const COMMANDS: ReadonlyMap<string, (args: CommandArguments, context: CommandContext) => Promise<Answer>> = new Map([
  ['scan', printed(scan)],
  ['summary', printed((args, context) => (args.merge ? mergedSummary : summary)(args, context))],
  ['explain', printed(explain)],
  ['matrix', printed(matrix)],
  ['diff', printed(diff)],
  ['check', checked],
  ['verify', printed(verify)],
  ['read', printed(read)],
  ['export', delivered(exportSummary)],
]);

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
  const today = values.today === undefined ? calendarDateOf(new Date()) : parseCalendarDate(values.today);
  if (today === undefined) throw new UsageError(`--today takes a day as YYYY-MM-DD, not ${values.today ?? ''}.`);

  const workingFolder = process.cwd();
  if (values.merge && name !== 'summary') throw new UsageError('--merge is for summary.');
  const progress = createProgress(process.stderr, () => performance.now());
  const {
    matrix,
    project,
    format,
    out,
    force,
    merge,
    preview,
    'seal-to': sealTo,
    'seal-passphrase': sealPassphrase,
  } = values;
  const ofExport = EXPORT_FLAGS.filter((flag) => values[flag] !== undefined);
  const [misplaced] = [
    ...ofExport,
    ...(['preview', 'seal-to', 'seal-passphrase'] as const).filter((flag) => values[flag] !== undefined),
  ];
  if (misplaced !== undefined && name !== 'export') throw new UsageError(`--${misplaced} is for export.`);
  const context: CommandContext = {
    files: createNodeFiles(workingFolder),
    workingFolder,
    today,
    translate: english,
    toolVersion: packageJson.version,
    onProgress: progress.onProgress,
    // A getter: other commands never open it.
    get standardInput() {
      return process.stdin;
    },
  };
  const { output, status } = await command(
    {
      files,
      ...(matrix !== undefined && { matrix }),
      ...(project !== undefined && { project }),
      ...(format !== undefined && { format }),
      ...(out !== undefined && { out }),
      ...(force !== undefined && { force }),
      ...(merge && { merge }),
      ...(preview && { preview }),
      ...(sealTo && { sealTo }),
      ...(sealPassphrase && { sealPassphrase }),
      ...Object.fromEntries(ofExport.map((flag) => [flag, values[flag]])),
    },
    context,
  )
    .catch((error: unknown) => {
      throw usageError(error, context);
    })
    .finally(progress.clear);
  process.stdout.write(output);
  return status;
}

/** A command whose findings are printed, in words or in JSON. */
function printed(
  command: Command,
  formats: readonly string[] = ['text', 'json'],
): (args: CommandArguments, context: CommandContext) => Promise<Answer> {
  return async (args, context) => {
    const { format = 'text', out, force } = args;
    if (out !== undefined || force)
      throw new UsageError(
        '--out and --force are for export, and for check with --format sarif; send the output of other commands where you want.',
      );
    if (!formats.includes(format)) throw new UsageError(`There is no format ${format}: take ${formats.join(' or ')}.`);
    const { json, text, hasFindings } = await command(args, context);
    return {
      output: format === 'json' ? `${JSON.stringify(json, undefined, 2)}\n` : lines(text),
      status: hasFindings ? 1 : 0,
    };
  };
}

/** `check` answers with a file where one is asked for. */
function checked(args: CommandArguments, context: CommandContext): Promise<Answer> {
  const answer = args.format === 'sarif' ? delivered(checkAsSarif) : printed(check, ['text', 'json', 'sarif']);
  return answer(args, context);
}

/** A command that answers with a file. */
function delivered(command: FileCommand): (args: CommandArguments, context: CommandContext) => Promise<Answer> {
  return async (args, context) => {
    const delivery = await command(args, context);
    return {
      output: 'bytes' in delivery ? delivery.bytes : lines(delivery.text),
      status: delivery.hasFindings ? 1 : 0,
    };
  };
}

function lines(text: readonly string[]): string {
  return `${text.map(visible).join('\n')}\n`;
}

function readArguments(argv: readonly string[]): {
  readonly values: Partial<
    Record<'matrix' | 'project' | 'format' | 'out' | 'today' | (typeof EXPORT_FLAGS)[number], string>
  > & {
    'seal-to'?: string[];
    'seal-passphrase'?: boolean;
    preview?: boolean;
    force?: boolean;
    merge?: boolean;
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
      options: {
        ...{ matrix: text, project: text, format: text, out: text, today: text },
        ...{ force: flag, merge: flag, preview: flag, help: flag, version: flag },
        ...{ 'seal-to': { type: 'string', multiple: true } as const, 'seal-passphrase': flag },
        ...Object.fromEntries(EXPORT_FLAGS.map((name) => [name, text])),
      },
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
      `inheritance-scope: ${known ? visible(error.message) : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
