import { equal, eventually, includes } from './expect';
import { hoversOn, textOn } from './hovers';
import { lineOf, read, withContent } from './workspace';

const DOCUMENT = 'scoping/access-control.md';

describe('a hover', () => {
  it('names the control, its objective and category, and says what is open and why', async () => {
    await eventually(async () => includes(await textOn(DOCUMENT, '01.t - '), '**01.t Session Time-out**'));
    const text = await textOn(DOCUMENT, '01.t - ');
    includes(text, '01 Access Control › 01.05 Operating System Access Control');
    includes(text, 'needs policy, procedure, implemented evidence');
    includes(text, 'Rule 3');
  });

  it('shows the matrix’s words with a link to their row', async () => {
    const text = await textOn(DOCUMENT, '01.c - ');
    includes(text, 'Customer:');
    const line = await lineOf('azure-srm-illustrative.csv', '1145.01c2System.1');
    includes(text, `azure-srm-illustrative.csv#L${line}`);
  });

  it('shows the evidence with its dates and a link to its row', async () => {
    const text = await textOn(DOCUMENT, '01.b - ');
    includes(text.replaceAll('&nbsp;', ' '), 'Access control policy, approved');
    includes(text, 'evidence.csv#L');
  });

  it('tells of a requirement which it is, and of a range each control', async () => {
    includes(await textOn(DOCUMENT, '1149.01c2System.9'), 'Assessment domain 11 Access Control');
    includes(await textOn('scoping/resilience-and-facilities.md', '08.b – 08.e'), '**08.d Protecting Against');
  });

  it('shows text from a file as text, and trusts nothing that comes from one', async () => {
    const matrix = 'azure-srm-illustrative.csv';
    const evil = '[x](command:workbench.action.quit) <img src=x onerror=alert(1)> **bold**';
    const content = (await read(matrix)).replace(/(1109\.01b1System\.479,[^,]*,[^,]*,)"[^"]*"/, `$1"${evil}"`);
    includes(content, evil);
    await withContent(matrix, content, async () => {
      await eventually(async () => includes(await textOn(DOCUMENT, '1109.01b1System.479'), 'workbench.action.quit'));
      for (const part of await hoversOn(DOCUMENT, '1109.01b1System.479')) {
        if (!part.value.includes('quit')) continue;
        equal(part.isTrusted ?? false, false, 'trust');
        equal(/(?<!\\)\[x\]\(/.test(part.value), false, 'presence of a link');
        // Without this VS Code shows tags as text.
        equal(part.supportHtml ?? false, false, 'support of HTML');
      }
    });
  });
});
