// The drawing: nodes and edges as SVG, the same size on screen however far one zooms.
const SHAPES = [
  r => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`,
  r => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  r => `M0,${-1.2 * r}L${1.1 * r},${0.8 * r}L${-1.1 * r},${0.8 * r}z`,
  r => `M0,${-1.3 * r}L${1.3 * r},0L0,${1.3 * r}L${-1.3 * r},0z`,
];
const MARGIN = 36;
const STRETCH = 1.6;
const LINE = 13;
// So many of the best tied are named even where their names cover lesser nodes.
const ALWAYS = 8;

function buildGraph(data, state, act) {
  const stage = d3.select("#stage");
  stage.append("defs").append("marker").attr("id", "head").attr("viewBox", "0 0 10 10")
    .attr("refX", 9).attr("refY", 5).attr("markerWidth", 9).attr("markerHeight", 9)
    .attr("markerUnits", "userSpaceOnUse").attr("orient", "auto")
    .append("path").attr("class", "arrow").attr("d", "M0,1L10,5L0,9z");
  const edges = stage.append("g").selectAll("g").data(data.edges).join("g");
  edges.append("path").attr("class", edge => `line layer-${edge.kind % 4}`)
    .attr("marker-end", data.directed ? "url(#head)" : null);
  edges.append("path").attr("class", "reach");
  edges.append("title");
  edges.on("click", (_, edge) => act.chooseEdge(edge));
  const nodes = stage.append("g").selectAll("g").data(data.nodes).join("g")
    .attr("role", "button").attr("tabindex", -1);
  nodes.append("path").attr("class", node => `kind-${node.kind % 4}`)
    .attr("d", node => SHAPES[node.kind % 4](node.radius));
  nodes.append("text");
  nodes.on("click", (_, node) => act.chooseNode(node))
    .on("focus", (_, node) => rove(node))
    .on("keydown", (event, node) => onKey(event, node));
  nodes.call(d3.drag().on("drag", (event, node) => {
    node.at = view().invert([event.sourceEvent.clientX - box().left, event.sourceEvent.clientY - box().top]);
    placeAll();
  }));

  let transform = d3.zoomIdentity;
  const zoom = d3.zoom().scaleExtent([0.5, 12]).on("zoom", event => {
    transform = event.transform;
    placeAll();
    nameThose();
  });
  stage.call(zoom).on("dblclick.zoom", null);

  const box = () => stage.node().getBoundingClientRect();

  function view() {
    const {width, height} = box();
    const across = (width - 3 * MARGIN) / data.width, up = (height - 2 * MARGIN) / data.height;
    // Names are wider than high: the drawing may be stretched, but not out of shape.
    const sx = Math.min(across, STRETCH * up), sy = Math.min(up, STRETCH * across);
    const left = (width - sx * data.width) / 2, top = (height - sy * data.height) / 2;
    const turn = state.lang === "ar" ? x => data.width - x : x => x;
    return {
      point: ([x, y]) => transform.apply([left + sx * turn(x), top + sy * y]),
      invert: point => {
        const [x, y] = transform.invert(point);
        return [turn((x - left) / sx), (y - top) / sy];
      },
    };
  }

  function placeAll() {
    const {point} = view();
    for (const node of data.nodes) [node.x, node.y] = point(node.at);
    nodes.attr("transform", node => `translate(${node.x},${node.y})`);
    edges.selectAll("path").attr("d", edge => line(data.nodes[edge.source], data.nodes[edge.target], edge));
  }

  // From rim to rim, bent where another edge runs between the same two.
  function line(one, other, edge) {
    if (one === other) {
      const r = one.radius + 5;
      return `M${one.x},${one.y - one.radius}a${r},${r} 0 1,1 1,0`;
    }
    const dx = other.x - one.x, dy = other.y - one.y, far = Math.hypot(dx, dy) || 1;
    const mx = (one.x + other.x) / 2 - dy * edge.bend, my = (one.y + other.y) / 2 + dx * edge.bend;
    const rim = (node, gap) => {
      const vx = mx - node.x, vy = my - node.y, v = Math.hypot(vx, vy) || 1;
      const reach = Math.min(node.radius + gap, far / 3);
      return `${node.x + vx / v * reach},${node.y + vy / v * reach}`;
    };
    return `M${rim(one, 0)}Q${mx},${my} ${rim(other, data.directed ? 3 : 0)}`;
  }

  // Names that cover no other name: those of the best tied first, wherever there is room; the
  // others cover no node either, and zooming makes room for more. Once something is chosen, only
  // what is tied to it is named.
  function nameThose() {
    const near = act.near(), taken = [], {width, height} = box();
    const isInside = own => own[0] > 0 && own[1] > 0 && own[2] < width && own[3] < height;
    const there = data.order.map(number => data.nodes[number]).filter(node => !node.isAbsent);
    const named = near ? there.filter(node => near.nodes.has(node)) : there;
    const isFree = (own, others) => others.every(t => own[2] < t[0] || own[0] > t[2] || own[3] < t[1] || own[1] > t[3]);
    for (const node of data.nodes) node.named = false;
    named.forEach((node, rank) => {
      const discs = named.filter(other => other !== node && (rank >= ALWAYS || other.radius >= node.radius)).map(disc);
      const places = spots(node).filter(({own}) => isInside(own) && isFree(own, taken));
      const spot = places.find(({own}) => isFree(own, discs))
        ?? (rank < ALWAYS ? places[0] : undefined);
      node.named = spot !== undefined;
      node.shift = spot?.shift ?? [0, 0];
      if (spot) taken.push(spot.own);
    });
    nodes.classed("named", node => node.named);
    nodes.select("text").attr("transform", node => `translate(${node.shift ?? [0, 0]})`);
  }

  const disc = node => [node.x - node.radius, node.y - node.radius, node.x + node.radius, node.y + node.radius];

  // Where a name can stand: below its node, above it, or beside it.
  function spots(node) {
    const {width, lines} = node.measure, high = lines * LINE, {x, y, radius} = node;
    const aside = radius + width / 2, middle = -radius - high / 2;
    const shifts = [[0, 0], [0, -2 * radius - high - 2], [aside, middle], [-aside, middle]];
    return shifts.map(([dx, dy]) => ({
      shift: [dx, dy],
      own: [x + dx - width / 2, y + radius + dy, x + dx + width / 2, y + radius + dy + high],
    }));
  }

  function writeNames() {
    nodes.attr("aria-label", node => `${node.names[state.lang]}, ${data.kinds[node.kind][state.lang]}`);
    nodes.select("text").each(function (node) {
      const text = d3.select(this);
      text.selectAll("tspan").data(wrapWords(node.names[state.lang], 24)).join("tspan")
        .attr("x", 0).attr("y", (_, row) => node.radius + LINE * (row + 1) - 1).text(words => words);
      node.measure = {width: this.getBBox().width + 6, lines: text.selectAll("tspan").size()};
    });
    edges.select("title").text(edge => act.tellEdge(edge));
  }

  function show() {
    for (const node of data.nodes) node.isAbsent = true;
    edges.each(edge => {
      const there = act.isThere(edge);
      edge.isAbsent = !there;
      if (there) data.nodes[edge.source].isAbsent = data.nodes[edge.target].isAbsent = false;
    });
    const near = act.near();
    edges.attr("class", edge => ["edge", edge.isAbsent && "absent", ...act.look(edge),
      state.edge === edge && "chosen", near && !near.edges.has(edge) && "faded"].filter(Boolean).join(" "));
    nodes.attr("class", node => ["node", node.isAbsent && "absent", state.node === node && "chosen",
      near && !near.nodes.has(node) && "faded"].filter(Boolean).join(" "));
    nameThose();
  }

  function rove(node) {
    nodes.attr("tabindex", other => (other === node ? 0 : -1));
  }

  function onKey(event, node) {
    const ways = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      act.chooseNode(node);
    } else if (event.key in ways) {
      event.preventDefault();
      const next = nearest(node, ways[event.key]);
      if (next) focus(next);
    }
  }

  function nearest(node, [wx, wy]) {
    let best = null, least = Infinity;
    for (const other of data.nodes) {
      const dx = other.x - node.x, dy = other.y - node.y, along = dx * wx + dy * wy;
      const cost = along + 3 * Math.abs(dx * wy - dy * wx);
      if (other !== node && !other.isAbsent && along > 1 && cost < least) [best, least] = [other, cost];
    }
    return best;
  }

  function focus(node) {
    rove(node);
    nodes.filter(other => other === node).node().focus();
  }

  function center(node) {
    const {width, height} = box(), {point} = view(), [x, y] = point(node.at);
    stage.call(zoom.translateBy, (width / 2 - x) / transform.k, (height / 2 - y) / transform.k);
  }

  rove(data.nodes[data.order[0]]);
  // The best tied are painted last, so that no lesser node covers their names.
  nodes.sort((one, other) => one.radius - other.radius);
  return {
    redraw() { writeNames(); placeAll(); show(); },
    show, focus, center,
    resize() { placeAll(); nameThose(); },
    whole() { stage.call(zoom.transform, d3.zoomIdentity); },
  };
}

function wrapWords(text, width) {
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
