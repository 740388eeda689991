/** Where a step stands among those that are asked, as things are when it is asked. */
export interface StepPlace {
  /** 1-based. */
  readonly step: number;
  /** Undefined as long as an answer to come decides how many there are. */
  readonly totalSteps: number | undefined;
  readonly canGoBack: boolean;
}

/** The draft with the answer; or what the person wants in place of one. Undefined where they think better of all of it. */
export type Answered<D, I extends string> = { readonly draft: D } | { readonly change: I } | 'back' | undefined;

/** One question. */
export interface AskedStep<D, I extends string> {
  readonly id: I;
  /** Whether it has to be asked, as things stand. */
  readonly isAsked: (draft: D) => boolean;
  /** Whether the answer decides how many others are asked, so that nobody is told a number before that will not hold. */
  readonly isFork?: boolean;
  /** The question that this one belongs to: whoever changes that answer is asked this again. */
  readonly follows?: I;
  readonly ask: (draft: D, place: StepPlace) => Promise<Answered<D, I>>;
}

/** What things were like before a single answer was changed. */
interface Before<D, I> {
  readonly draft: D;
  readonly asked: readonly I[];
  /** How many questions were answered, but for the one that is changed. */
  readonly floor: number;
}

/**
 * Asks one question after the other, each as long as it has to be asked. Going back asks the last one again, with what was
 * answered since still in the draft. A step can send back to a single answer: that is asked, with what follows from it, and
 * then the step again.
 *
 * @returns the draft once nothing is left to ask; undefined where the person ended it
 */
export async function runSteps<D, I extends string>(
  steps: readonly AskedStep<D, I>[],
  start: D,
): Promise<D | undefined> {
  let draft = start;
  let asked: readonly I[] = [];
  // Asked next, whether it has to be or not.
  let next: I | undefined;
  let before: Before<D, I> | undefined;
  for (;;) {
    const now = draft;
    const isNext = ({ id }: AskedStep<D, I>): boolean => id === next;
    const left = steps.filter((step) => !asked.includes(step.id) && (isNext(step) || step.isAsked(now)));
    const step = left.find(isNext) ?? left[0];
    if (!step) return draft;
    next = undefined;
    const answer = await step.ask(draft, {
      step: asked.length + 1,
      totalSteps: left.some(({ isFork }) => isFork === true) ? undefined : asked.length + left.length,
      canGoBack: asked.length > 0,
    });
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      if (before && asked.length === before.floor) {
        ({ draft, asked } = before);
        before = undefined;
      } else {
        next = asked.at(-1);
        asked = asked.slice(0, -1);
      }
    } else if ('change' in answer) {
      const { change } = answer;
      const kept = asked.filter((id) => id !== change && followed(steps, id) !== change);
      before = { draft, asked, floor: kept.length };
      asked = kept;
      next = change;
    } else {
      draft = answer.draft;
      asked = [...asked, step.id];
    }
  }
}

function followed<D, I extends string>(steps: readonly AskedStep<D, I>[], id: I): I | undefined {
  return steps.find((step) => step.id === id)?.follows;
}
