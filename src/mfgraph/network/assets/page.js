// The page: what is asked for (language, year, layers, search), and who must hear of it.
const data = JSON.parse(document.getElementById("data").textContent);
const $ = id => document.getElementById(id);
const state = {lang: document.documentElement.lang, year: null, node: null, edge: null, from: null,
  hiddenKinds: new Set(), hiddenLayers: new Set()};
const say = key => data.say[key][state.lang];

const holds = edge => state.year === null || data.years.holds[state.year].includes(edge.number);
const may = edge => state.year !== null && data.years.may[state.year].includes(edge.number);

const act = {
  isThere: edge => (holds(edge) || may(edge)) && !state.hiddenLayers.has(edge.kind)
    && ![edge.source, edge.target].some(end => state.hiddenKinds.has(data.nodes[end].kind)),
  look: edge => [may(edge) ? "may" : edge.span],
  tellEdge: edge => `${data.nodes[edge.source].names[state.lang]} · ${edge.label[state.lang]} · `
    + `${data.nodes[edge.target].names[state.lang]} (${edge.when[state.lang]})`,
  near() {
    // What does not hold in the year shown leaves nothing to stand out from.
    if (state.edge ? state.edge.isAbsent : !state.node || state.node.isAbsent) return null;
    const ends = edge => [data.nodes[edge.source], data.nodes[edge.target]];
    const edges = state.edge ? [state.edge] : data.edges.filter(edge => ends(edge).includes(state.node));
    return {edges: new Set(edges), nodes: new Set([state.node, ...edges.flatMap(ends)])};
  },
  chooseNode(node) {
    Object.assign(state, {node, edge: null, from: null});
    refresh();
    panel.focus();
  },
  chooseEdge(edge) {
    Object.assign(state, {from: state.node || state.from, node: null, edge});
    refresh();
    panel.focus();
  },
};
const graph = buildGraph(data, state, act);
const panel = buildPanel(data, state, act);

function refresh() {
  graph.show();
  panel.show();
  tellStatus();
}

function tellStatus() {
  const there = data.edges.filter(edge => !edge.isAbsent);
  const count = there.filter(edge => !may(edge)).length;
  const parts = [[say("holding"), count], ...(state.year === null ? [] : [[say("may-hold"), there.length - count]])];
  const told = parts.flatMap(([what, number], index) => [index ? " · " : "", what, " ", piece(String(number))]);
  $("status").replaceChildren(...told);
  $("shown-year").textContent = state.year ?? "";
}

function speak(lang) {
  state.lang = lang;
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
  document.title = $("title").textContent = data.title[lang];
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  }
  $("stage").setAttribute("aria-label", say("stage"));
  $("languages").setAttribute("aria-label", say("language"));
  $("notice").replaceChildren(...data.notice[lang].map(line => make("p", {}, line)));
  writeLegend();
  writeFound();
  graph.redraw();
  graph.whole();
  panel.show();
  tellStatus();
}

function icon(inner) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  for (const [name, value] of Object.entries(inner)) path.setAttribute(name, value);
  svg.append(path);
  return svg;
}

function writeLegend() {
  const entry = (text, shape, hidden, key) => {
    const box = make("input", {type: "checkbox"});
    box.checked = !hidden.has(key);
    box.addEventListener("change", () => {
      hidden[box.checked ? "delete" : "add"](key);
      refresh();
    });
    return make("label", {}, box, icon(shape), " ", text[state.lang]);
  };
  const kinds = data.kinds.map((text, number) => entry(text,
    {class: `kind-${number % 4}`, d: SHAPES[number % 4](6), transform: "translate(13,7)"}, state.hiddenKinds, number));
  const layers = data.layers.map((text, number) => entry(text,
    {class: `layer-${number % 4}`, d: "M1,7H25", "stroke-width": 2}, state.hiddenLayers, number));
  const strokes = [["exact", ""], ["open", "6 3"], ["undated", "1.5 3"]].map(([key, dashes]) =>
    make("span", {}, icon({d: "M1,7H25", stroke: "#555", "stroke-width": 1.6, "stroke-dasharray": dashes}), " ", say(key)));
  const group = (label, items) => make("fieldset", {"aria-label": say(label)}, ...items);
  $("legend").replaceChildren(group("kinds", kinds), group("layers", layers), group("strokes", strokes));
}

function writeFound() {
  const wanted = fold($("query").value);
  const matches = wanted ? data.nodes.filter(node => node.keys.some(key => key.includes(wanted))).slice(0, 12) : [];
  const items = matches.map(node => make("li", {}, make("button", {type: "button", onclick: () => choose(node)},
    piece(node.names[state.lang]), " ", make("small", {}, data.kinds[node.kind][state.lang]))));
  const nothing = wanted && !matches.length ? [make("li", {}, say("nothing-found"))] : [];
  $("found").replaceChildren(...items, ...nothing);
  $("found").hidden = !wanted;
}

function choose(node) {
  $("query").value = "";
  writeFound();
  if (node.isAbsent) allYears(true);
  act.chooseNode(node);
  graph.center(node);
}

function allYears(all) {
  $("all-years").checked = all;
  $("year").disabled = all;
  state.year = all ? null : Number($("year").value);
  refresh();
}

function start() {
  data.edges.forEach((edge, number) => { edge.number = number; });
  const {first, last} = data.years;
  Object.assign($("year"), {min: first ?? 0, max: last ?? 0, value: last ?? 0});
  $("time").hidden = first === null;
  $("year").addEventListener("input", () => allYears(false));
  $("all-years").addEventListener("change", event => allYears(event.target.checked));
  $("query").addEventListener("input", writeFound);
  $("controls").addEventListener("submit", event => {
    event.preventDefault();
    $("found").querySelector("button")?.click();
  });
  $("whole").addEventListener("click", () => graph.whole());
  $("print").addEventListener("click", () => print());
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.addEventListener("click", () => speak(button.dataset.lang));
  }
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    Object.assign(state, {node: null, edge: null, from: null});
    $("query").value = "";
    writeFound();
    refresh();
  });
  for (const when of ["resize", "beforeprint", "afterprint"]) addEventListener(when, () => graph.resize());
  speak(state.lang);
}

start();
