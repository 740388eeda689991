/** Whether a text gives a reason at all, good or bad: a placeholder gives none. */
export function isRationale(text: string | undefined): text is string {
  return text !== undefined && !NO_REASON.test(text);
}

const NO_REASON =
  /^[^\p{L}\p{N}]*(?:(?:tbd|todo|tba|n\/?a|not applicable|does not apply|none|no|yes|pending|x|xx+)[^\p{L}\p{N}]*)?$/iu;

/**
 * Whether a rationale says that the provider does, owns, covers or answers for what is asked: in an r2 that is no reason
 * for n/a (README, rule 7). That a provider is named, or that things stand or run there, does not say so, and neither
 * does a clause that denies it.
 *
 * @param provider a further name of the provider, as the project gives it for the matrix
 */
export function saysProviderDoesIt(rationale: string, provider = ''): boolean {
  const own = provider === '' ? rationale : rationale.replace(new RegExp(escaped(provider), 'gi'), 'Azure');
  return own
    .replaceAll('’', "'")
    .replaceAll(MARK, ' ')
    .replace(OPENING, '')
    .replace(PROVIDER, MARK)
    .split(CLAUSE_END)
    .some((clause) => says(clause.replace(SIGNS, ' ').trim()));
}

/** What a rationale may begin with before it gives the reason. */
const OPENING =
  /^\W*(?:(?:(?:it|this) )?(?:is )?not (?:applicable|relevant|required)|n\/?a\b|does not apply)(?: to us| for us)?/i;

/** Stands in a text for the name of a provider. */
const MARK = '@';

const PROVIDER = new RegExp(
  // Those whom others call providers are none here.
  String.raw`(?<!\b(?:care|healthcare|medical|insurance|internet|identity|payment|payroll) )\b(?:(?:the|our|a|its|their) )?(?:${[
    '(?:microsoft |ms )?azure',
    'microsoft',
    'aws',
    'amazon(?: web services)?',
    'google(?: cloud)?',
    'gcp',
    'csp',
    '(?:(?:cloud|service|hosting|third[- ]party|managed|iaas|paas|saas|data ?cent(?:er|re)) ){0,3}(?:provider|hoster)',
  ].join('|')})\b`,
  'gi',
);

/** A clause may deny what the next one affirms: `not ours, Azure does it`. */
const CLAUSE_END =
  /[,;:!?()\n]|\.(?:\s|$)|\s[-–—]+\s|\b(?:because|since|as|but|and|while|so|therefore|instead|hence)\b/i;

/** What is no part of a word, at the edges of a clause or in a row. */
const SIGNS = /^[^\p{L}\p{N}@]|[^\p{L}\p{N}@]{2,}|[^\p{L}\p{N}@]$/gu;

const DENIAL = /\b(?:no|not|never|none|nothing|neither|nor|nobody|without|cannot)\b|n't\b/i;

/** Things that may be the provider's without its doing what is asked: `our only site is provided by Azure`. */
const THING =
  /\b(?:sites?|locations?|buildings?|facilit(?:y|ies)|offices?|premises|hosting|servers?|hardware|platforms?|infrastructure|data ?cent(?:er|re)s?|machines?|workloads?|applications?|systems?|networks?|connectivity|environments?|regions?|tenants?|subscriptions?|keys?)\b/i;

const OFTEN = '(?:(?:already|also|always|fully|completely|entirely|solely|itself|alone|now|will|would|should|must) )*';

const SOMETHING = String.raw`(?! (?:no|not|nothing|none|neither|us)\b)`;

/** `Azure Key Vault` is a service in use, and no provider that does anything. */
const WHOLE = String.raw`${MARK}(?:'s?)?(?:$| (?:data ?cent(?:er|re)s?|staff|team|personnel|operations|engineers|platform|itself|alone|only|entirely|fully|completely|already|for|in|at|on|under|with|through|within|via|by|who|which|that|or)\b)`;

/** What says that the provider does it, whatever it is about. */
const STRONG = [
  String.raw`${MARK} ${OFTEN}(?:handles?|performs?|covers?|fulfil?ls?|satisf(?:y|ies)|meets?|addresses|implements?|carries out|takes? care|looks? after|deals? with|ensures?|controls?|manages?|maintains?|answers? for|assumes?|guarantees?)\b${SOMETHING}`,
  String.raw`${MARK} (?:is|are|remains?) ${OFTEN}(?:responsible|accountable|in charge|liable)\b`,
  String.raw`\b(?:done|handled|performed|covered|fulfil?led|satisfied|met|addressed|implemented|carried out|taken care of|looked after|dealt with|ensured|controlled|managed|maintained|secured|guarded|executed|undertaken|taken over|assumed) ${OFTEN}by ${WHOLE}`,
  String.raw`\binherit(?:s|ed|able|ance)?\b.{0,40}?\b(?:from|by|via|through) ${WHOLE}`,
  String.raw`^(?:(?:it|this|that|all|everything|the control|control|the requirement) )?(?:(?:is|are|was|has been) )?(?:(?:fully|partially|completely) )?inherit(?:ed|able)(?: control)?$`,
  String.raw`\b(?:rely|relies|relying|depends?) on ${MARK}(?:$| (?:to|for (?:this|it|that|these|the control|the requirement))\b)`,
  String.raw`${MARK}(?:(?:'s?)? (?:(?:sole|own|full) )?responsibility|'s? (?:duty|job|task|obligation|part|concern|business))\b(?! (?:matrix|model))`,
  String.raw`${MARK}[- ](?:owned|operated|handled|covered|performed|provided|inherited|managed)(?: control| requirement)?$`,
  String.raw`\bresponsibilit(?:y|ies)(?: (?:for (?:it|this|that)|is|are))* (?:of|with|lies (?:solely )?with|rests with|on|belongs to|falls to|falls on) ${WHOLE}`,
].map((source) => new RegExp(source, 'i'));

/** What says so only where no thing is named that may be the provider's. */
const WEAK = [
  String.raw`${MARK} ${OFTEN}(?:does|do|provides?|owns?|operates?|has (?:it|this|that))\b${SOMETHING}`,
  String.raw`\b(?:owned|provided|operated|delivered|run) ${OFTEN}by ${WHOLE}`,
  String.raw`\b(?:outsourced|delegated|left|transferred|assigned|handed over|belongs|falls) ${OFTEN}to ${WHOLE}`,
  String.raw`\b(?:up to|lies with|rests with|sits with|(?:is|are) with) ${WHOLE}`,
].map((source) => new RegExp(source, 'i'));

function says(clause: string): boolean {
  if (!clause.includes(MARK) && !/inherit/i.test(clause)) return false;
  return [...STRONG, ...(THING.test(clause) ? [] : WEAK)].some((expression) => {
    const match = expression.exec(clause);
    return match !== null && !DENIAL.test(clause.slice(0, match.index + match[0].length));
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
