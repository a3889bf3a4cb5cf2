// A SPARQL box without a server: Oxigraph in WebAssembly, loaded with the page's triples when first asked.
import { $, clear, count, el, name, say } from './dom.js';
import { raw } from './data.js';

const SHOWN = 1000; // rows shown
const QUESTION = 'SELECT ?type (COUNT(?thing) AS ?things) WHERE { ?thing a ?type } GROUP BY ?type ORDER BY DESC(?things)';

export const canAsk = () => $('wasm-data') !== null;

async function load(progress) {
  progress('Starting the engine …');
  const module = await WebAssembly.compile(await raw('wasm-data'));
  globalThis.oxigraph.initSync({ module });
  const store = new globalThis.oxigraph.Store();
  progress('Reading the triples …');
  const triples = await raw('turtle-data');
  await new Promise((done) => setTimeout(done, 30)); // let the words appear
  store.load(triples, { format: 'text/turtle', no_transaction: true });
  return store;
}

export function asking(graph, stage, act) {
  const box = $('ask'), status = el('p', { class: 'soft', role: 'status' });
  const text = el('textarea', { id: 'query', rows: '9', spellcheck: 'false', 'aria-label': 'SPARQL query' });
  const pick = el('select', { id: 'queries', 'aria-label': 'Shipped queries' });
  const go = el('button', { type: 'button', id: 'run' }, 'Run'), result = el('div', { class: 'answer', tabindex: '0', role: 'region', 'aria-label': 'Answer' });
  let store = null, shipped = [], labelled = null;
  text.value = QUESTION;
  clear(box, el('div', { class: 'asking' }, el('div', { class: 'row' }, pick, go), text, status), result);
  raw('queries-data').then((data) => {
    shipped = JSON.parse(new TextDecoder().decode(data));
    pick.append(el('option', { value: '' }, 'A question to begin with'), ...shipped.map(([title], k) => el('option', { value: String(k) }, title)));
  });
  pick.addEventListener('change', () => { if (pick.value !== '') { text.value = shipped[Number(pick.value)][1]; run(); } });
  text.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); } });
  go.addEventListener('click', run);

  function cell(term, lit) {
    if (!term) return '';
    if (term.termType === 'NamedNode') {
      const i = graph.find(term.value);
      if (i >= 0) { lit.add(i); return el('button', { type: 'button', class: 'plain', onclick: () => act.open(i) }, name(graph.label[i])); }
      return name(term.value.replace(/^.*[/#](?=.)/, ''));
    }
    // queries mostly ask for names: what is named like a node is that node, the most central of that name
    labelled ??= new Map([...graph.label.keys()].reverse().map((i) => [graph.label[i], i]));
    const i = labelled.get(term.value);
    if (i === undefined) return name(term.value);
    lit.add(i);
    return el('button', { type: 'button', class: 'plain', onclick: () => act.open(i) }, name(term.value));
  }

  async function run() {
    go.disabled = true;
    try {
      store ??= await load((words) => { status.textContent = words; });
      const begun = performance.now();
      const answer = store.query(text.value);
      const took = performance.now() - begun, lit = new Set();
      let rows, heads;
      if (typeof answer === 'boolean') { heads = ['answer']; rows = [[answer ? 'yes' : 'no']]; }
      else if (answer.length && answer[0] instanceof Map) { heads = [...new Set(answer.flatMap((m) => [...m.keys()]))]; rows = answer.slice(0, SHOWN).map((m) => heads.map((h) => cell(m.get(h), lit))); }
      else { heads = ['subject', 'predicate', 'object']; rows = answer.slice(0, SHOWN).map((q) => [q.subject, q.predicate, q.object].map((t) => cell(t, lit))); }
      clear(result, rows.length ? el('table', {}, el('thead', {}, el('tr', {}, ...heads.map((h) => el('th', { scope: 'col' }, name(h))))), el('tbody', {}, ...rows.map((r) => el('tr', {}, ...r.map((c) => el('td', {}, c)))))) : null);
      stage.lit = [...lit];
      if (lit.size && !stage.view.atlas) stage.go(stage.around(stage.view.bounds(stage.lit.filter((i) => stage.view.shows(i))), stage.home?.k * 2.5));
      stage.request();
      const many = Array.isArray(answer) ? answer.length : 1;
      status.textContent = `${count(many)} ${many === 1 ? 'row' : 'rows'} in ${took.toFixed(0)} ms${many > SHOWN ? `, the first ${count(SHOWN)} shown` : ''}${lit.size ? `; ${count(lit.size)} nodes ringed in the graph` : ''}`;
      say(status.textContent);
    } catch (error) {
      clear(result);
      status.textContent = String(error.message ?? error);
    } finally { go.disabled = false; }
  }
}
