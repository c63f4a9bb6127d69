import {type Field, textsNamed, valuesNamed} from './field-names.js';

/** What a line delivered of an eSIM, and the code that is left when that was taken out. */
export interface EsimFields {
  /** `LPA:1$<SM-DP+ address>$<matching id>` and more (GSMA SGP.22, 4.1). */
  readonly activation?: string | undefined;
  readonly code?: string | undefined;
  /** Typed by the buyer while the eSIM is installed. */
  readonly confirmationCode?: string | undefined;
  readonly needsConfirmationCode?: boolean | undefined;
}

// Names of fields, as `fieldsOf` spells them.
const PROFILE = /^(activationcode|(esim)?lpa(string|code)?|qrtext|qrcode|esimcode)$/;
const SERVER = /^(smdp\w*|rspaddress|rspserver)$/;
const MATCHING = /^(matchingid|activationcode|activationtoken|actoken)$/;
const CONFIRMATION = /^(esim)?confirmationcode$/;
const REQUIRED = /^(is)?confirmationcode(is)?required$|^(requires|needs)confirmationcode$/;

const HOST = '[a-z\\d-]+(?:\\.[a-z\\d-]+)+';
const SERVER_NAME = new RegExp(`^${HOST}$`, 'i');

/** Matches an activation code. Without its prefix it must name a host, because a card's code can look like it. */
const CODE = new RegExp(`^(?:LPA:1\\$[^$\\s]+|1\\$${HOST})\\$[^$\\s]*(?:\\$[^$\\s]*){0,2}$`, 'i');

/** Reads an eSIM's activation in all its forms: a whole code in any field, `pin` included, or its parts in a field each. */
export function readEsim(fields: readonly Field[], pin: string | undefined): EsimFields {
  const texts = (names: RegExp) => textsNamed(fields, names);
  const whole = [pin ?? '', ...texts(PROFILE)].find(text => CODE.test(text));
  const server = texts(SERVER).find(text => SERVER_NAME.test(text));
  const [matching = ''] = texts(MATCHING);
  const code = whole?.replace(/^LPA:/i, '') ?? (server && `1$${server}$${matching}`);
  if (code === undefined) return {code: pin ?? texts(/^activationcode$/)[0]};
  return {
    activation: `LPA:${code}`,
    code: pin === whole || pin === matching ? undefined : pin,
    confirmationCode: texts(CONFIRMATION)[0],
    needsConfirmationCode: code.split('$')[4] === '1' || valuesNamed(fields, REQUIRED).includes(true),
  };
}
