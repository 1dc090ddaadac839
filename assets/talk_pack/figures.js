"use strict";
// Figures of a state, as the program's explorer/plots makes them: data and marks, no pixels. What never changes
// (titles, margins, names of rows) comes from the program as a template; here is what moves with the hand.
// A state: {classes, logits, targets, losses: [{key, label, look, settings, rule}], held, sliceClass, alpha,
// sharpening, views: {KEY: {x, y}}, constants, without}.

const Figures = (() => {
  const { ticks, fitted, held, heldSymmetric, extent, FOURS, WIDEST } = Limits;
  const { softmax, sigmoid, sum } = Numeric;
  const place = (x, y, more = {}) => ({ x, y, across: "data", up: "data", dx: 0, dy: 0, ...more });
  const mark = (kind, more) => ({ mark: kind, ...more });
  const linspace = (low, high, count) => Array.from({ length: count }, (_, at) =>
    (at === count - 1 ? high : low + (at * (high - low)) / (count - 1)));

  // Which labels a loss takes: {binary, one}, or null for any
  const takes = (rule, targets) => {
    if (!rule) return true;
    const fits = rule.any ? () => true : rule.binary ? (t) => t === 0 || t === 1 : (t) => t >= 0 && t <= 1;
    return targets.every(fits) && (!rule.one || Math.abs(sum(targets) - 1) <= 1e-5);
  };

  const evaluated = (state) => state.losses.map((loss) => {
    if (!takes(loss.rule, state.targets)) return { loss, refused: true, value: NaN, gradient: [], lowest: NaN };
    const { value, gradient } = Losses[loss.key].both(state.logits, state.targets, loss.settings);
    const lowest = Losses[loss.key].lowest(state.targets, loss.settings);
    const up = -sum(gradient.map((g) => Math.min(g, 0))) + 0, down = sum(gradient.map((g) => Math.max(g, 0))) + 0;
    return { loss, refused: false, value, gradient, lowest, up, down };
  });
  const seen = (state) => evaluated(state).filter((entry) => !entry.refused);

  // The names of classes that tell them apart come from the program: state.short

  const bands = (state, below) => [mark("Band", {
    x0: state.held - 0.5, x1: state.held + 0.5, colour: "hover", below, across: false })];

  // Logits and labels

  const logits = (state, written) => {
    const c = state.constants.logits, s = state.logits, count = s.length;
    const [low0, high0] = extent([...c.LEAST, ...s]), room = c.HEADROOM * (high0 - low0);
    const [lowest, highest] = extent([0, 0, ...s]);
    const fit = fitted(Math.min(low0, lowest - room), Math.max(high0, highest + room), undefined, 0.5);
    const [low, high] = held(state.views.logits?.y, fit, [low0, high0]);
    const column = c.PLOT_SIZE[0] / count, unit = c.PLOT_SIZE[1] / (high - low);
    return {
      x: { low: -0.5, high: count - 0.5 },
      y: { low, high, ticks: ticks(low, high, written, { signed: true }) },
      marks: [...bands(state, c.bottom - 6), ...bars(state), ...barValues(state, column, unit, [low, high], written),
        ...heldLine(state, written)],
      still: targetLines(state, written),
      handles: logitHandles(state),
    };
  };
  const bars = (state) => {
    const half = state.constants.logits.half, marks = [];
    const shares = state.targets.map((t) => (t === t ? Math.min(Math.max(t, 0), 1) : 0));
    for (const [wanted, fill, edge, share] of [[(t) => t < 1, "neg", "edge", () => 1], [(t) => t > 0, "pos", null, (t) => t]]) {
      const chosen = shares.map((t, at) => at).filter((at) => wanted(shares[at]));
      if (!chosen.length) continue;
      marks.push(mark("Rectangles", {
        x0: chosen.map((at) => at - half), y0: chosen.map(() => 0),
        x1: chosen.map((at) => at - half + 2 * half * share(shares[at])), y1: chosen.map((at) => state.logits[at]),
        fill, edge, look: null,
      }));
    }
    return marks;
  };
  const barValues = (state, column, unit, limits, written) => {
    const c = state.constants.logits, s = state.logits, away = c.grip / 2 + 10, texts = s.map(written.logit);
    const widths = texts.map((text) => text.length * c.LETTER), right = s.length * column + c.BEYOND;
    const shifts = widths.map((width, at) => Math.max(width / 2 - (at + 0.5) * column, 0)
      - Math.max((at + 0.5) * column + width / 2 - right, 0));
    const beyond = s.map((x) => (x < 0 ? x < limits[0] : x > limits[1]));
    const offsets = s.map((x, at) => (x < 0 ? away + 1 : -away) * (beyond[at] ? -1 : 1));
    const all = s.map((_, at) => at);
    const shown = column >= c.ROOMY ? all : freeCaptions(state, { widths, shifts, column, away, unit });
    return shown.map((at) => mark("Text", {
      place: place(at, s[at], { dx: shifts[at], dy: offsets[at] }), text: texts[at], anchor: "center", colour: "ink",
      size: "handle", bold: true, mono: true, halo: beyond[at],
    }));
  };
  const freeCaptions = (state, { widths, shifts, column, away, unit }) => {
    const c = state.constants.logits;
    const ends = state.logits.map((x) => (x === x ? Math.min(Math.max(x, -c.FARTHEST), c.FARTHEST) : 0) * unit);
    const order = ends.map((_, at) => at).sort((a, b) =>
      (a !== state.held) - (b !== state.held) || Math.abs(ends[b]) - Math.abs(ends[a]) || a - b);
    const middles = ends.map((end) => end + (end < 0 ? -away : away)), thick = c.grip / 2, half = c.HALF_HEIGHT;
    const at = (index) => index * column + shifts[index];
    const isBlocked = (index) => ends.some((end, other) => other !== index
      && Math.abs(at(index) - other * column) < widths[index] / 2 + column / 2
      && middles[index] + half > Math.min(end, 0) - thick && middles[index] - half < Math.max(end, 0) + thick);
    const isClose = (one, other) => Math.abs(at(one) - at(other)) < (widths[one] + widths[other]) / 2 + c.GAP
      && Math.abs(middles[one] - middles[other]) < 2 * half;
    const chosen = [];
    for (const index of order) {
      if (!isBlocked(index) && !chosen.some((other) => isClose(index, other))) chosen.push(index);
    }
    return chosen;
  };
  const targetLines = (state, written) => {
    const { lines } = state.constants.logits, count = state.targets.length, texts = [];
    if (!lines.targets) return texts;
    state.targets.forEach((t, at) => {
      const soft = t !== 0 && t !== 1, open = t > 0 && t < 1;
      const room = count < 5 || (count === 5 && !soft);
      const text = count > 10 && soft ? written.fixed(t, 1) : room ? `t = ${written.target(t)}` : written.target(t);
      texts.push(mark("Text", {
        place: place(at, 0, { up: "plot", dy: lines.targets }), text, anchor: "center",
        colour: open ? "ink" : "mut", size: "tick", bold: open, mono: true,
      }));
    });
    if (lines.held) {
      texts.push(mark("Text", {
        place: place(0, 0, { across: "plot", up: "plot", dx: -8, dy: lines.targets }), text: "t", anchor: "right",
        colour: "mut", size: "tick",
      }));
    }
    return texts;
  };
  const heldLine = (state, written) => {
    const { lines } = state.constants.logits, at = state.held, share = (at + 0.5) / state.logits.length;
    if (!lines.held) return [];
    return [mark("Text", {
      place: place(at, 0, { up: "plot", dy: lines.held }),
      text: `${state.held_name}   ${written.signed(state.logits[at])}   t = ${written.target(state.targets[at])}`,
      anchor: share < 0.15 ? "left" : share > 0.85 ? "right" : "center", colour: "ink", size: "name", bold: true,
    })];
  };
  const logitHandles = (state) => {
    const c = state.constants.logits;
    const grips = state.logits.map((x, at) => ({
      id: `logit:${at}`, place: place(at, x), axis: "y", shape: "grip", reach: "column", span: 0.5, width: 38,
      height: c.grip, text: "", fill: 1 }));
    const chips = state.targets.map((t, at) => ({
      ...c.chip, id: `target:${at}`, place: place(at, 0, { up: "plot", dy: c.lines.chips }), text: c.texts[at], fill: t }));
    return [...grips, ...chips];
  };

  // Gradient

  const gradient = (state) => {
    const c = state.constants.gradient, entries = seen(state), count = state.logits.length;
    const largest = Math.max(0, ...extent(entries.flatMap((entry) => entry.gradient)).map(Math.abs));
    const [low, high] = heldSymmetric(state.views.gradient?.y, c.FIT, largest);
    const step = Math.min(c.NEXT, c.SPREAD / Math.max(entries.length, 1)), columns = state.logits.map((_, at) => at);
    const xs = entries.map((_, index) => columns.map((at) => at + step * (index - (entries.length - 1) / 2)));
    const zeros = columns.map(() => 0);
    return {
      x: { low: -0.5, high: Math.max(count, 1) - 0.5 },
      y: { low, high, ticks: ticks(low, high, state.written, { signed: true }) },
      marks: [
        ...bands(state, 24),
        ...entries.map(({ loss, gradient: g }, index) => mark("Segments", {
          x0: xs[index], y0: zeros, x1: xs[index], y1: g, look: loss.look, width: 2.6, caps: 0 })),
        ...entries.map(({ loss, gradient: g }, index) => mark("Points", {
          x: xs[index], y: g, look: loss.look, size: 9.5, halo: true })),
      ],
      still: [mark("Legend", { place: place(0, 0, { across: "card", up: "card", dx: 12, dy: -c.LEGEND_LINE }), room: 0,
        narrow: false, bare: false, least: 0, items: entries.map(({ loss }) => [loss.look, loss.label]) })],
      handles: [],
    };
  };

  // Loss values and gradient budget: a row for each loss

  const rowsAxis = (state, entries) => ({ low: Math.max(entries.length, state.constants.rows.FEWEST) - 0.5, high: -0.5 });
  const values = (state, written) => {
    const c = state.constants.values, entries = seen(state);
    const [low0, high0] = extent([0, ...entries.flatMap((entry) => [entry.value, entry.lowest])]);
    const fit = fitted(low0, Math.max(high0, low0 + 1), c.MOST_TICKS);
    const [low, high] = held(state.views.values?.x, fit, [low0, high0]);
    const shown = (value) => {
      const size = Math.abs(value);
      if (size >= WIDEST && size < Infinity) return written.scientific(value, 1).replaceAll(" ", "");
      return written.fixed(value, size < 1e3 ? 3 : size < 1e4 ? 1 : 0);
    };
    const marks = entries.flatMap(({ loss, value, lowest }, row) => [
      ...(Number.isFinite(lowest) ? [mark("Segments", { x0: [lowest], y0: [row], x1: [lowest], y1: [row], look: null,
        colour: "mut", width: 2, caps: c.FLOOR })] : []),
      mark("Points", { x: [value], y: [row], look: loss.look, size: 10, halo: true }),
      mark("Text", { place: place(1, row, { across: "card", dx: c.NOW }), text: shown(value), anchor: "right",
        colour: "ink", size: "handle", bold: true, mono: true }),
    ]);
    const axis = { low, high, ticks: ticks(low, high, written, { most: c.MOST_TICKS }) };
    return { x: axis, y: rowsAxis(state, entries), marks, handles: [], rows: entries.map(({ loss }) => loss) };
  };
  const budget = (state, written) => {
    const c = state.constants.budget, entries = seen(state);
    const finite = (value) => (value === value ? Math.min(value, WIDEST) : 0);
    const most = (name) => Math.max(c.LEAST, ...entries.map((entry) => finite(entry[name])));
    const fit = fitted(-most("up"), most("down"), undefined, 0.5);
    const [low, high] = held(state.views.budget?.x, fit, [-most("up"), most("down")]);
    const number = (at, value, anchor) => mark("Text", { place: at, text: written.tight(value), anchor, colour: "ink",
      size: "name", mono: true });
    const marks = entries.flatMap(({ loss, up, down }, row) => [
      ...(up === up && down === down ? [mark("Rectangles", { x0: [-finite(up)], y0: [row + c.THICK],
        x1: [finite(down)], y1: [row - c.THICK], look: loss.look, fill: null, edge: null })] : []),
      number(place(-finite(up), row, { dx: -7 }), up, "right"),
      number(place(finite(down), row, { dx: 7 }), down, "left"),
    ]);
    return { x: { low, high }, y: rowsAxis(state, entries), marks, handles: [], rows: entries.map(({ loss }) => loss) };
  };

  // Slice and sharpening: curves of losses, and of readings

  const valueAt = (loss, logitsThere, targets) => Losses[loss.key].both(logitsThere, targets, loss.settings).value;
  const lossMarks = (c, entries, x, curves, at, heights) => [
    ...entries.map(({ loss }, index) => mark("Line", { x, y: curves[index], look: loss.look, width: 2, halo: true })),
    ...entries.map(({ loss }, index) => mark("Points", { x: [at], y: [heights[index]], look: loss.look, size: 10, halo: true })),
    mark("EndLabels", { items: entries.map(({ loss }, index) => ({
      y: curves[index].findLast(Number.isFinite) ?? NaN, text: loss.label, look: loss.look, short: "", kept: "",
      bold: false, colour: "ink2" })) }),
    ...(entries.length ? [mark("Legend", { place: place(0, 0, { across: "card", up: "card", dx: 12, dy: -c.LEGEND_LINE }),
      room: 0, narrow: true, bare: false, least: 0, items: entries.map(({ loss }) => [loss.look, loss.label]) })] : []),
  ];
  const lossAxis = (kept, curves, heights, written) => {
    const [low0, high0] = extent([0, ...heights, ...curves.flat()]);
    const [low, high] = held(kept, fitted(low0, Math.max(high0, low0 + 1)), [low0, high0]);
    return { low, high, ticks: ticks(low, high, written) };
  };
  const slice = (state, written) => {
    const c = state.constants.slice, entries = seen(state), index = state.sliceClass, at = state.logits[index];
    const wanted = [Math.min(c.WANTED[0], at), Math.max(c.WANTED[1], at)];
    const isUsual = wanted[0] === c.WANTED[0] && wanted[1] === c.WANTED[1];
    const [low, high] = held(state.views.slice?.x, isUsual ? c.WANTED : fitted(...wanted), [at, at], FOURS);
    const grid = linspace(low, high, c.POINTS);
    const curves = entries.map(({ loss }) => grid.map((x) => valueAt(loss, state.logits.with(index, x), state.targets)));
    const heights = entries.map((entry) => entry.value);
    return {
      x: { low, high, ticks: ticks(low, high, written, { signed: true, factors: FOURS }) },
      y: lossAxis(state.views.slice?.y, curves, heights, written),
      marks: lossMarks(c, entries, grid, curves, at, heights),
      handles: [{ id: "slice", place: place(at, 1, { up: "plot" }), axis: "x", shape: "cursor", reach: "line",
        text: written.signed(at), span: 0.5, width: 32, height: 12, fill: 1 }],
    };
  };
  const sharpening = (state, written) => {
    const c = state.constants.sharpening, alpha = Math.min(Math.max(state.alpha, c.ALPHAS[0]), c.ALPHAS[1]);
    const at = Math.log10(alpha), ends = c.ALPHAS.map(Math.log10);
    const x = linspace(ends[0], ends[1], c.POINTS), alphas = x.map((each) => 10 ** each);
    const isTenths = Math.abs(alpha * 10 - Math.round(alpha * 10)) < 1e-9;
    const text = `α = ${written.fixed(alpha, isTenths ? 1 : 2)}`;
    const handles = [{ id: "alpha", place: place(at, 1, { up: "plot" }), axis: "x", shape: "cursor", reach: "line",
      text, span: 0.5, width: 32, height: 12, fill: 1 }];
    const scaled = (factor) => state.logits.map((logit) => factor * logit);
    if (state.sharpening === "loss") {
      const entries = seen(state);
      const curves = entries.map(({ loss }) => alphas.map((each) => valueAt(loss, scaled(each), state.targets)));
      const heights = entries.map(({ loss }) => valueAt(loss, scaled(alpha), state.targets));
      return { x: {}, y: lossAxis(state.views.sharpening?.y, curves, heights, written),
        marks: lossMarks(state.constants.sharpening, entries, x, curves, at, heights), handles };
    }
    const read = state.sharpening === "sigmoid" ? (s) => s.map(sigmoid) : softmax;
    const found = alphas.map((each) => read(scaled(each))), now = read(scaled(alpha));
    return { x: {}, y: {}, marks: classMarks(state, written, { x, found, now, at, text }), handles,
      subtitle: sharpness(state, written, now) };
  };
  const classMarks = (state, written, { x, found, now, at, text }) => {
    const c = state.constants.sharpening;
    const isOn = state.targets.map((t) => t > 0.5), all = state.targets.map((_, index) => index);
    const order = [...all.filter((index) => !isOn[index]), ...all.filter((index) => isOn[index])];
    const lines = order.map((index) => mark("Line", { x, y: found.map((row) => row[index]), look: null,
      colour: isOn[index] ? "ink" : "mut", width: isOn[index] ? 2.4 : 1.5 }));
    const points = [[false, "mut"], [true, "ink"]].flatMap(([wanted, colour]) => {
      const chosen = all.filter((index) => isOn[index] === wanted);
      return chosen.length ? [mark("Points", { x: chosen.map(() => at), y: chosen.map((index) => now[index]), look: null,
        colour, size: 7, halo: true })] : [];
    });
    const items = namedCurves(state, all, now).map((index) => {
      const value = ` ${written.probability(now[index])}`;
      return { y: found.at(-1)[index], text: state.names[index] + value, short: state.short[index] + value, kept: value,
        bold: isOn[index], colour: isOn[index] || index === state.held ? "ink" : "ink2", look: null };
    });
    // the numbers are those at the cursor, though they stand where the curves end
    const where = at >= x.at(-1) ? [] : [mark("Text", {
      place: place(1, 1, { across: "plot", up: "plot", dx: c.BESIDE_PILL, dy: c.ABOVE }),
      text: state.words.at.replace("{alpha}", text), anchor: "left", colour: "mut", size: "tick" })];
    return [...lines, ...points, ...where, mark("EndLabels", { items })];
  };
  // of too many curves the held one, the labelled and the likeliest have names
  const namedCurves = (state, all, now) => {
    const most = state.constants.sharpening.MOST_LABELS;
    if (all.length <= most) return all;
    const isOff = (index) => !(state.targets[index] > 0.5);
    const ranked = [...all].sort((a, b) => (a !== state.held) - (b !== state.held) || isOff(a) - isOff(b)
      || now[b] - now[a] || a - b);
    return ranked.slice(0, most).sort((a, b) => a - b);
  };
  const sharpness = (state, written, now) => {
    if (state.sharpening === "sigmoid") return { total: written.fixed(sum(now)) };
    const entropy = 0 - sum(now.map((p) => (p > 0 ? p * Math.log(p) : 0)));
    return { entropy: written.fixed(entropy), effective: written.fixed(Math.exp(entropy), 1) };
  };

  const MAKERS = { logits, gradient, values, budget, slice, sharpening };
  const figure = (key, state) => MAKERS[key](state, state.written);
  return { figure, evaluated, seen, takes, keys: Object.keys(MAKERS) };
})();

// A figure as a whole: the program's template with what moves put in
const Assembled = (() => {
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values?.[name] ?? whole);
  const place = (dx, row) => ({ x: 0, y: row, across: "card", up: "data", dx, dy: 0 });
  const sign = (loss, row, line) => ({ mark: "Swatch", place: place(25, row), look: loss.look, line });
  const name = (loss, row, room) => ({
    mark: "Text", place: place(44, row), text: loss.label, anchor: "left", colour: "ink2", size: "name", room });
  const above = (loss, row, c) => ({ mark: "Legend", place: { ...place(c.ABOVE_LEFT, row), dy: c.ABOVE },
    items: [[loss.look, loss.label]], room: 0, narrow: true, bare: true, least: c.ROOMY });
  const corner = (state) => {
    const refused = Figures.evaluated(state).filter((entry) => entry.refused).map((entry) => entry.loss.label);
    if (!refused.length) return "";
    const several = filled(state.words.several, { count: refused.length });
    return filled(state.words.without, { name: refused.length === 1 ? refused[0] : several });
  };
  // The held class is the bold one, and the one that stays where names get too many
  const named = (axis, held) => (axis.names
    ? { ...axis, ticks: axis.ticks.map((tick) => ({ ...tick, bold: tick.at === held, keep: tick.at === held })) } : axis);
  const figure = (template, state) => {
    const made = Figures.figure(template.key, state), rows = made.rows ?? [], isBare = template.key === "budget";
    const isOfLosses = !["logits"].includes(template.key) && !(template.key === "sharpening" && state.sharpening !== "loss");
    return {
      ...template,
      x: named({ ...template.x, ...made.x }, state.held),
      y: { ...template.y, ...made.y },
      subtitle: filled(template.subtitle, made.subtitle),
      corner: isOfLosses ? corner(state) : "",
      note: isOfLosses && !Figures.seen(state).length ? state.words.none : "",
      still: [...template.still, ...(made.still ?? []), ...rows.map((loss, row) => sign(loss, row, !isBare)),
        ...rows.map((loss, row) => above(loss, row, state.constants.rows))],
      aside: [...template.aside, ...rows.flatMap((loss, row) => [
        ...(isBare ? [sign(loss, row, true)] : []), name(loss, row, template.nameRoom)])],
      marks: made.marks,
      handles: made.handles,
    };
  };
  return { figure, filled };
})();
