import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { exportSummary } from '../../src/cli/export';
import { english } from '../../src/core/message';
import { FileError, type FileErrorReason } from '../../src/workspace/files';
import { at, FOLDER, InMemoryFiles, today } from './inMemoryFiles';

const FORMATS = ['md', 'html', 'xlsx', 'csv', 'csv-open-items', 'json'];
const OLD = 'what was there before';

function given(): InMemoryFiles {
  return new InMemoryFiles({ 'srm.csv': 'ID,Inheritability\n01.a,None\n', 'scope.md': '01.a\n' });
}

function run(files: InMemoryFiles, format: string, force = false): ReturnType<typeof exportSummary> {
  return exportSummary(
    { files: ['scope.md'], matrix: 'srm.csv', format, out: 'out/summary', force },
    {
      files,
      workingFolder: FOLDER,
      today: today(),
      translate: english,
      toolVersion: '0.1.0',
      standardInput: Readable.from([]),
      onProgress: () => undefined,
    },
  );
}

/** What the command line tells in words, whatever the command. */
function failure(reason: FileErrorReason): (error: unknown) => boolean {
  return (error) => error instanceof FileError && error.reason === reason;
}

/** What stands in the file now. */
async function contentOf(files: InMemoryFiles): Promise<string | undefined> {
  if ((await files.kindOf(at('out/summary'))) === undefined) return undefined;
  return new TextDecoder().decode(await files.read(at('out/summary')));
}

describe('an export that goes wrong', () => {
  for (const format of FORMATS) {
    for (const reason of ['no-permission', 'is-folder', 'changed', 'other'] satisfies FileErrorReason[]) {
      it(`to ${format} leaves no file behind: ${reason}`, async () => {
        const files = given();
        files.fail('out/summary', reason);
        await assert.rejects(run(files, format), failure(reason));
        assert.equal(await files.kindOf(at('out/summary')), undefined);
        assert.deepEqual(files.writes, [at('out/summary')]);
      });
    }

    it(`to ${format} leaves the file that is there as it is, unless told otherwise`, async () => {
      const files = given();
      files.set('out/summary', OLD);
      await assert.rejects(run(files, format), /out\/summary is there already: --force writes over it/);
      assert.deepEqual([files.writes, await contentOf(files)], [[], OLD]);
      await run(files, format, true);
      assert.notEqual(await contentOf(files), OLD);
    });

    it(`to ${format} leaves a file alone that somebody else makes in the meantime`, async () => {
      const files = given();
      const kindOf = files.kindOf.bind(files);
      files.kindOf = async (location) => {
        const kind = await kindOf(location);
        if (location === at('out/summary')) files.set('out/summary', OLD);
        return kind;
      };
      await assert.rejects(run(files, format), failure('changed'));
      assert.equal(await contentOf(files), OLD);
    });
  }
});
