/** What is cut out of a package: from one text up to another, with something in its place. */
export type Cut = readonly [from: string, upTo: string, instead: string];

/**
 * What this element never asks of its packages, by the end of a module's name.
 *
 * - lean-qr: modes but ASCII and alphanumeric, drawing, a choice of modes, masks and versions, versions above 25, which
 *   no camera reads off a phone.
 * - lit: style sheets for browsers without constructable ones, all older than those the element is made for; nested `css`;
 *   attributes that reflect or are converted to anything but text and booleans; decorators; SVG and MathML templates,
 *   expressions in comments, in the text of scripts and styles, and in place of attributes; listeners that are objects;
 *   directives that hear of being disconnected or ask what they stand in; hydration; `live` on anything but properties;
 *   style sheets of the page's own; properties that are declared by nothing or twice; updates that are put off, vetoed or
 *   told to be the first; drawing before something that is in a root already.
 * - @lit/task: promises and stages of a task that nobody waits for.
 */
export const CUTS: Readonly<Record<string, readonly Cut[]>> = {
  'lean-qr/index.mjs': [
    ['/:EH/<EK0=FM', '".charCodeAt(n)', ''],
    ['i=t=>o=>{', 'l=t=>(o', ''],
    ['a=(t,o,e,r,n=', 'u=a(', ''],
    ['u=a(t', '=>(o,e)=>{o.push(2', 'u=t'],
    [',t=>s(t)>=0', 't=>l([', ',d='],
    [',t=>f(t)<128', 'C=()=>({F:', ';const b={multi:c,ascii:d,alphaNumeric:u},'],
    [',toString({on:', '}),z=[', ''],
    ['P=(t=n(1),{', 'let s=N[n]', 'P=(t,{minCorrectionLevel:e=0}={})=>{for(let n=1,l=0;n<=25;++n){'],
    ['let t=r;t>=e', ';--t){const o=f', 'let t=3;t>=e'],
    ['push(i,16)', ';const e=x(', 'push(60433,16)'],
    ['(z[c]?[z[c]]:z)', '.map(', 'z'],
    ['I(n,o,c??r,t)', ',n})', 'I(n,o,r,t),n.s=K(n)'],
    ['P.with=', 'export{', ''],
  ],
  'reactive-element/css-tag.js': [
    ['e=t.ShadowRoot', ',s=Symbol(),', 'e=1'],
    ['s=Symbol(),', 'get styleSheet', 'n=class{constructor(t){this.cssText=t}'],
    [
      'let t=this.o;',
      '}toString',
      'this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText);return this.o',
    ],
    ['}toString(){', 'S=(s,o)', '}},r=t=>new n(t),i=t=>r(t[0]),'],
    ['{if(e)s.adopt', '=o.map(', '{s.adoptedStyleSheets'],
    ['t instanceof CSSStyleSheet?', 't.styleSheet)', ''],
    [';else for(const e of o){const o=document', '},c=', ''],
    ['c=e?t=>t:', ';export', 'c=t=>t'],
  ],
  'reactive-element/reactive-element.js': [
    [',l=c?c.emptyScript:""', ',d=(t,s)', ''],
    ['u={toAttribute', ',f=(t,s)', 'u=(t,s)=>s===Boolean?null!==t:t'],
    [',b={attribute', ';Symbol.metadata', ''],
    ['Symbol.metadata??=', 'class y', ''],
    ['static addInitializer', 'static get observedAttributes', ''],
    ['s=b){', 'if(s.state', 's){'],
    ['this.prototype.hasOwnProperty(t)&&', 'this.elementProperties.set', ''],
    [
      '!s.noAccessor){',
      '}}static getPropertyDescriptor',
      '!0){e(this.prototype,t,this.getPropertyDescriptor(t,Symbol(),s))',
    ],
    [
      'const{get:e,set:r}=',
      'static getPropertyOptions',
      'return{get(){return this[s]},set(e){const h=this[s];this[s]=e,this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}}',
    ],
    [
      'static getPropertyOptions',
      'static _$Ei',
      'static getPropertyOptions(t){return this.elementProperties.get(t)}',
    ],
    [',void 0!==t.l&&', ',this.elementProperties=', ''],
    ['const i=[];if(Array.isArray(s))', '}static _$Eu', 'return[s].flat(1/0)'],
    ['const t=this[Symbol.metadata];', 'this._$Eh=new Map', ''],
    [',this._$Em=null', ',this._$Ev', ''],
    [',this.constructor.l?.forEach', '}addController', ''],
    ['removeController(', '_$E_(){', ''],
    ['_$ET(t,s){', '_$AK(t,s)', ''],
    [',h="function"==typeof t.converter', '}requestUpdate', ';this[e]=u(s,t.type)}'],
    ['if(void 0!==e&&this._$Em!==e){', 'const t=i.getPropertyOptions(e)', 'if(void 0!==e){'],
    [
      'const r=this.constructor;if(!1===e',
      '!1===this.isUpdatePending',
      'if(!f(this[t],s))return;this.C(t,s)}',
    ],
    [
      'i&&!(this._$Ej??=',
      '}async _$EP',
      'this._$AL.has(t)||(this.hasUpdated||(s=void 0),this._$AL.set(t,s))',
    ],
    [
      'const t=this.scheduleUpdate',
      'performUpdate(){if',
      'return this.performUpdate(),!this.isUpdatePending}',
    ],
    ['const t=this.constructor.elementProperties;if', '}let t=!1', ''],
    ['t=this.shouldUpdate(s),t?(', 'this.willUpdate(s)', 't=!0,'],
    ['):this._$EM()}catch', '}catch', ''],
    ['this.hasUpdated||(this.hasUpdated=!0', ',this.updated(t)', 'this.hasUpdated=!0'],
    ['return this.getUpdateComplete', 'return this._$ES', ''],
    ['shouldUpdate(t){', 'update(t){', ''],
    ['this._$Eq&&=', 'this._$EM()}updated', ''],
    ['firstUpdated(t){', '}y.elementStyles', ''],
    [',p?.({ReactiveElement', ';export', ''],
  ],
  'lit-html/lit-html.js': [
    ['2===i?"<svg>":', ',c=v;', '""'],
    ['(y.test(u[2])&&', 'c=p):void 0!==u[3]', '('],
    ['+(2===i?"</svg>":', '),e]};class', ''],
    ['if(this.el=S.create', 'for(;null!==(r=', 'this.el=S.createElement(f,e);P.currentNode=this.el.content;'],
    ['else t.startsWith(o)&&', 'if(y.test', ''],
    ['if(y.test(r.tagName)){', '}else if(8===r', ''],
    ['if(r.data===n)d', 'l++}}static', 'r.data===n&&d.push({type:2,index:l});'],
    ['h?._$AO?.(', 'void 0===o?h=', ''],
    ['get parentNode(){', 'u(t){', ''],
    ['(t?.creationScope??l)', '.importNode', 'l'],
    [':6===r.type&&(i=new Z', ',this._$AV.push', ':0'],
    ['get _$AU(){return this._$AM?', 'constructor(', ''],
    [',this._$Cv=', '}get parentNode', ''],
    ['get parentNode(){', '_$AI(t,i=this){t=M(', ''],
    ['"number"==typeof s?', ';if(this._$AH?._$AD', 'this._$AC(t)'],
    ['for(this._$AP?.', 't!==this._$AB', 'for(;'],
    ['setConnected(t){', 'class H{', '}'],
    ['get tagName(){', 'constructor(t,i,s,e,h)', ''],
    ['constructor(){super(...arguments),this.type=3}', 'j(t){', ''],
    ['constructor(){super(...arguments),this.type=4}', 'j(t){', ''],
    ['constructor(t,i,s,e,h){super', '_$AI(t,i=this){if', ''],
    ['||t.capture!==', ',h=t!==A', ''],
    ['(s===A||e)', ';e&&this', 's===A'],
    ['"function"==typeof this._$AH?', '}}class Z', 'this._$AH.call(this.options?.host??this.element,t)'],
    ['class Z{', 'const j=', ''],
    [',F:Z},B=t.litHtmlPolyfillSupport', ';const D', '}'],
    [
      'const e=s?.renderBefore??i',
      'return h._$AI',
      'let h=i._$litPart$??=new k(i.appendChild(c()),null,void 0,s);',
    ],
  ],
  'lit-html/directive.js': [['get _$AU(){', '_$AT(', '']],
  'lit-html/directives/live.js': [
    ['constructor(r){', 'render(r)', ''],
    ['if(t===r||t===e)return t;', '});export', 'return t===i.element[i.name]?r:(s(i),t)}'],
  ],
  'lit-element/lit-element.js': [
    [',this._$Do=void 0', 'update(t)', '}'],
    ['this.hasUpdated||(this.renderOptions', 'super.update(t)', ''],
    ['this._$Do=', 'e(r,this.renderRoot', ''],
    ['connectedCallback(){', 'render(){', ''],
    ['i._$litElement$=!0,', 'i["finalized"]', ''],
    [',s.litElementHydrateSupport', ';export{', ';const n={}'],
  ],
  'task/task.js': [
    ['get taskComplete(){', 'constructor(', ''],
    ['const h="object"==typeof', 'hostUpdate(){', 'this.v=s.task;this.j=s.args;this.autoRun=s.autoRun??!0}'],
    ['hostUpdated(){', 'T(){', ''],
    ['const t=this.j();if', '}async S', 'return this.j()'],
    ['this.m(s,t)', '||await this.run', 'r(s,t)'],
    ['1===this.i?this.q?.abort()', ',this.i=1', 'this.q?.abort()'],
    ['"afterUpdate"===this.autoRun', 'this._.requestUpdate();const r=', ''],
    ['if(s===i)this.i=0;', 'this._.requestUpdate()}}', 's===i?this.i=0:(this.i=e?3:2,this.u=s,this.l=h);'],
    ['abort(t){1===', 'get value()', ''],
    ['default:', '}}}const r=', ''],
  ],
};
