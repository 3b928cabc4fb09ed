// The panel: the ties of a node, and the words that prove an edge.
function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

// A piece of text that keeps its own direction whatever stands beside it.
const piece = text => make("bdi", {}, text);

function buildPanel(data, state, act) {
  const panel = document.getElementById("panel");
  const say = key => data.say[key][state.lang];
  const name = number => piece(data.nodes[number].names[state.lang]);

  function tie(edge) {
    return [name(edge.source), " · ", piece(edge.label[state.lang]), " · ", name(edge.target)];
  }

  function tieButton(edge) {
    const dates = make("small", {}, piece(edge.when[state.lang]));
    return make("li", {}, make("button", {type: "button", onclick: () => act.chooseEdge(edge)},
      ...tie(edge), make("br"), dates));
  }

  function showNode(node) {
    const ties = data.edges.filter(edge => !edge.isAbsent
      && (data.nodes[edge.source] === node || data.nodes[edge.target] === node));
    panel.replaceChildren(
      make("h2", {tabindex: "-1"}, piece(node.names[state.lang])),
      make("p", {}, make("small", {}, data.kinds[node.kind][state.lang], " · ", piece(node.short))),
      make("h3", {}, say("ties"), " (", piece(String(ties.length)), ")"),
      make("ul", {}, ...ties.map(tieButton)),
    );
  }

  function showEdge(edge) {
    const back = state.from ? [make("p", {}, make("button", {type: "button", id: "back",
      onclick: () => act.chooseNode(state.from)}, say("back"), " ", piece(state.from.names[state.lang])))] : [];
    panel.replaceChildren(...back,
      make("h2", {tabindex: "-1"}, ...tie(edge)),
      make("p", {}, piece(edge.when[state.lang])),
      make("p", {}, make("small", {}, piece(data.layers[edge.kind][state.lang]))),
      make("h3", {}, say("proofs"), " (", piece(String(edge.claims.length)), ")"),
      ...edge.claims.map(number => proof(data.claims[number])),
    );
  }

  function proof(claim) {
    const source = data.sources[claim.source];
    const words = claim.words.flatMap(([kind, text]) => [
      make("small", {}, say(kind)), make("blockquote", {dir: "auto"}, `«${text}»`)]);
    const title = /^https?:\/\//.test(source.url)
      ? make("a", {href: source.url, target: "_blank", rel: "noopener noreferrer", dir: "auto"}, source.title)
      : piece(source.title);
    return make("div", {class: "proof"}, ...words,
      make("p", {}, piece(source.publisher[state.lang]), state.lang === "ar" ? "، " : ", ", title),
      make("p", {}, say("date"), " ", piece(source.date || say("no-date"))),
      make("p", {}, make("small", {}, piece(claim.judged[state.lang]), " · ", piece(claim.short))));
  }

  return {
    show() {
      if (state.edge) showEdge(state.edge);
      else if (state.node) showNode(state.node);
      else panel.replaceChildren(make("p", {}, say("hint")));
    },
    focus() { panel.querySelector("h2")?.focus(); },
  };
}
