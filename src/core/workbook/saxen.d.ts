/** What is used of saxen, which comes without types. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', listener: (name: string, attributes: () => Record<string, string>) => void): this;
    on(event: 'closeTag', listener: (name: string) => void): this;
    on(event: 'text' | 'cdata' | 'attention', listener: (text: string) => void): this;
    on(event: 'comment' | 'question', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    /** Parses what is whole so far, and keeps the rest for the next call. */
    write(xml: string): this;
    end(): void;
  }
}
