/**
 * How many slips of the pen make one text of the other: a letter added, left out or taken for another, or two neighbours
 * swapped. Undefined for more than `most`.
 */
export function slipsBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  return upTo(most, slipsToBeginnings(a, b, most).at(-1));
}

/** The same between a text and whatever beginning of the other it is nearest to. */
export function slipsToBeginning(a: string, b: string, most: number): number | undefined {
  return upTo(most, Math.min(...slipsToBeginnings(a, b.slice(0, a.length + most), most)));
}

function upTo(most: number, slips = Infinity): number | undefined {
  return slips > most ? undefined : slips;
}

/** Between a text and each beginning of the other, the empty one first; none where all are above `most`. */
function slipsToBeginnings(a: string, b: string, most: number): readonly number[] {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let slips = Math.min(
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
      );
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      line.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return [];
    before = above;
    above = line;
  }
  return above;
}
