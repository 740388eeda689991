import { getFormatFromId } from 'numfmt';
import { MAX_FORMATS, WorkbookError } from './limits';
import { numberText, type NumberText } from './numberText';
import { type Pause, readXml } from './xml';

/** How the numbers of a cell are shown, by the cell's style. */
export type Styles = (style: number) => NumberText;

/** For a workbook without styles. */
export const NO_STYLES: readonly string[] = [];

/** Reads the number format of each cell style (ECMA-376 part 1, 18.8). @throws {WorkbookError} */
export async function readStyles(pieces: Iterable<Uint8Array>, pause?: Pause): Promise<readonly string[]> {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let isCellStyle = false;
  await readXml(
    pieces,
    {
      open: (name, attribute) => {
        if (name === 'cellXfs') isCellStyle = true;
        else if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
        else if (name === 'xf' && isCellStyle) ids.push(Number(attribute('numFmtId') ?? 0));
        if (ids.length > MAX_FORMATS || own.size > MAX_FORMATS) throw new WorkbookError('workbook-too-large');
      },
      close: (name) => {
        if (name === 'cellXfs') isCellStyle = false;
      },
    },
    pause,
  );
  return ids.map((id) => own.get(id) ?? builtIn(id));
}

/** The patterns by style, made ready: what a pattern means is looked up once. */
export function createStyles(patterns: readonly string[], hasDateSystem1904: boolean): Styles {
  const texts = new Map<string, NumberText>();
  return (style) => {
    const pattern = patterns[style] ?? 'General';
    const known = texts.get(pattern);
    if (known) return known;
    const text = numberText(pattern, hasDateSystem1904);
    texts.set(pattern, text);
    return text;
  };
}

function builtIn(id: number): string {
  // East Asian dates, which have no pattern of their own in English (18.8.30).
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'yyyy-mm-dd';
  return Number.isInteger(id) && id >= 0 && id < 50 ? getFormatFromId(id, 'en-US') : 'General';
}
