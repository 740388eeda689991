import { fill } from './fill';
import { type ProblemCode, problemTable } from './problems';
import { type SentenceCode, sentences } from './sentences';

export type MessageCode = ProblemCode | SentenceCode;

/**
 * What core has to tell a person: which sentence, and what goes into it. Core never puts the words together itself;
 * the edge does, in the person's language (`Translate`).
 */
export interface Message {
  readonly code: MessageCode;
  readonly args: readonly Argument[];
}

/** A message, and the rule behind it with its source. */
export interface Reasoned {
  readonly message: Message;
  readonly why: Message;
}

/** A message inside a message is translated first; a list becomes its parts, separated by commas. */
export type Argument = string | number | Message | readonly Argument[];

/** The one place where a message becomes words. */
export type Translate = (message: Message) => string;

export function message(code: SentenceCode, ...args: readonly Argument[]): Message {
  return { code, args };
}

/**
 * The translator of a host, made of its way to look up an English sentence and fill its `{0}`, `{1}` …, such as
 * `vscode.l10n.t`.
 */
export function translator(say: (sentence: string, ...args: (string | number)[]) => string): Translate {
  const words = (argument: Argument): string | number => {
    if (typeof argument === 'string' || typeof argument === 'number') return argument;
    return 'code' in argument ? translate(argument) : argument.map(words).join(', ');
  };
  const translate: Translate = ({ code, args }) => say(englishSentence(code), ...args.map(words));
  return translate;
}

/** English, for the command line and the tests. */
export const english: Translate = /* @__PURE__ */ translator(fill);

function englishSentence(code: MessageCode): string {
  return code in problemTable ? problemTable[code as ProblemCode].text : sentences[code as SentenceCode];
}
