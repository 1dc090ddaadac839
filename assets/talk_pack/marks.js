"use strict";
// Figures as SVG, as explorer/paint draws them: a figure says marks in data units, lengths are logical pixels of its
// card.

const Paint = (() => {
  const HEADER = 30, PADDING = 12, NARROW = 300, TICK_LINE = 13, TICK_GAP = 7, TITLE_LINE = 8, ROW = 13;
  const {
    PIXELS, n, clamp, widthOf, elided, clauses, write, dashes, line, box, polygon, marker, disc, at, swatch,
  } = Shapes;

  // Layout of a card

  const layout = (figure, width, height) => {
    const body = { x: 0, y: HEADER, width, height: Math.max(height - HEADER, 0) };
    const m = (width < NARROW && figure.narrow) || figure.margins;
    const plot = { x: m.left, y: body.y + m.top, width: Math.max(width - m.left - m.right, 1), height: Math.max(body.height - m.top - m.bottom, 1) };
    plot.right = plot.x + plot.width;
    plot.bottom = plot.y + plot.height;
    const { low: x0, high: x1 } = figure.x, { low: y0, high: y1 } = figure.y;
    const across = (x) => clamp(plot.x + ((x - x0) / (x1 - x0)) * plot.width, -2e4, 2e4);
    const down = (y) => clamp(plot.bottom - ((y - y0) / (y1 - y0)) * plot.height, -2e4, 2e4);
    const toPixels = (place) => {
      let x, y;
      if (place.across === "data") x = clamp(across(place.x), plot.x, plot.right);
      else x = place.across === "plot" ? plot.x + place.x * plot.width : place.x * width;
      if (place.up === "data") y = clamp(down(place.y === place.y ? place.y : 0), plot.y, plot.bottom);
      else y = place.up === "plot" ? plot.bottom - place.y * plot.height : height - place.y * body.height;
      return [x + (place.dx ?? 0), y + (place.dy ?? 0)];
    };
    const column = plot.width / Math.abs(x1 - x0);
    const toData = (px, py) => [x0 + ((px - plot.x) / plot.width) * (x1 - x0), y0 + ((plot.bottom - py) / plot.height) * (y1 - y0)];
    return { figure, width, height, body, plot, across, down, toPixels, toData, column };
  };
  // the rectangle of a handle's shape
  const boxOf = (place, handle) => {
    const [x, y] = place.toPixels(handle.place), { plot } = place;
    if (handle.shape === "cursor") {
      const wide = handle.text.length * 7 + 18, right = Math.min(plot.right + 6, place.width - 4);
      return { x: clamp(x - wide / 2, 4, Math.max(right - wide, 4)), y: Math.max(plot.y - 16, place.body.y), width: wide, height: 18 };
    }
    const room = 2 * handle.span * place.column, wide = Math.min(handle.width, Math.max(room - Math.min(4, 0.2 * room), 2));
    return { x: x - wide / 2, y: y - handle.height / 2, width: wide, height: handle.height };
  };

  // Axes

  const within = (axis) => (axis.ticks ?? []).filter((tick) => {
    const slack = 1e-9 * Math.abs(axis.high - axis.low);
    return tick.at >= Math.min(axis.low, axis.high) - slack && tick.at <= Math.max(axis.low, axis.high) + slack;
  });
  const touch = (centres, sizes, one, other, gap) => Math.abs(centres[one] - centres[other]) < (sizes[one] + sizes[other]) / 2 + gap;
  const thin = (centres, sizes, keep, gap = 6) => {
    const count = centres.length, forced = centres.map((_, index) => index).filter((index) => keep[index]), first = forced[0] ?? 0;
    const runs = (step) => Array.from({ length: Math.max(0, Math.ceil((count - (first % step)) / step)) }, (_, index) => (first % step) + index * step);
    let step = 1;
    while (step < count && runs(step).some((index, place, all) => place && touch(centres, sizes, all[place - 1], index, gap))) step += 1;
    const chosen = runs(Math.max(step, 1));
    return centres.map((_, index) => forced.includes(index)
      || (chosen.includes(index) && !forced.some((other) => touch(centres, sizes, index, other, gap))));
  };
  const grid = ({ figure, plot, across, down }) => [
    ...(figure.y.grid ? within(figure.y).map(({ at: y }) => line(plot.x, Math.floor(down(y)) + 0.5, plot.right, Math.floor(down(y)) + 0.5, "grid")) : []),
    ...(figure.x.grid ? within(figure.x).map(({ at: x }) => line(Math.floor(across(x)) + 0.5, plot.y, Math.floor(across(x)) + 0.5, plot.bottom, "grid")) : []),
  ].join("");
  const zero = ({ figure, plot, across, down }) => {
    const holds = (axis) => axis.zero && Math.min(axis.low, axis.high) <= 0 && Math.max(axis.low, axis.high) >= 0;
    return (holds(figure.y) ? line(plot.x, Math.floor(down(0)) + 0.5, plot.right, Math.floor(down(0)) + 0.5, "ink", 1.2) : "")
      + (holds(figure.x) ? line(Math.floor(across(0)) + 0.5, plot.y, Math.floor(across(0)) + 0.5, plot.bottom, "ink", 1.2) : "");
  };
  const axisTexts = (place) => {
    const { figure, plot, width, body, across, down } = place, parts = [];
    const pills = figure.handles.filter((handle) => handle.shape === "cursor").map((handle) => boxOf(place, handle));
    let left = PADDING;
    const titleWidth = widthOf(figure.y.title, "tick"), middle = body.y + TITLE_LINE;
    for (const pill of pills) {
      if (pill.x < left + titleWidth + 4 && pill.x + pill.width > left && pill.y < middle + 6) left = pill.x + pill.width + 6;
    }
    if (!(left > PADDING && left + titleWidth > plot.right)) {
      const room = width - left - PADDING;
      parts.push(write(left, middle, clauses(figure.y.title, "tick", room), { size: "tick", colour: "mut", room }));
    }
    const ys = within(figure.y), heights = ys.map((tick) => down(tick.at)), right = plot.x - TICK_GAP;
    const shownY = thin(heights, heights.map(() => ROW), ys.map((tick) => tick.keep || tick.at === 0), 0);
    ys.forEach((tick, index) => {
      const isUnder = pills.some((pill) => pill.x < right && heights[index] - ROW / 2 < pill.y + pill.height && heights[index] + ROW / 2 > pill.y);
      if (shownY[index] && !isUnder) parts.push(write(right, heights[index], tick.text, { size: "tick", colour: "mut", anchor: "right" }));
    });
    return parts.join("") + xTexts(figure.x, plot, across, width);
  };
  const xTexts = (axis, plot, across, width) => {
    const xs = within(axis), row = plot.bottom + TICK_LINE, title = axis.title ?? "";
    const border = title ? plot.right - widthOf(title, "tick") - 6 : width, column = plot.width / Math.abs(axis.high - axis.low);
    const fits = (name) => xs.every((tick) => widthOf(name(tick), "body", tick.bold) <= column - 6);
    const size = axis.names && (fits((tick) => tick.text) || fits((tick) => tick.short || tick.text)) ? "body" : "tick";
    const name = !axis.names || fits((tick) => tick.text) ? (tick) => tick.text : (tick) => tick.short || tick.text;
    const cut = axis.names && size === "tick" ? Math.max(column, 60) - 6 : 1e4;
    const texts = xs.map((tick) => elided(name(tick), size, cut, tick.bold)), wide = texts.map((text, index) => widthOf(text, size, xs[index].bold));
    const clear = xs.map((_, index) => index).filter((index) => across(xs[index].at) + wide[index] / 2 <= border);
    const shown = thin(clear.map((index) => across(xs[index].at)), clear.map((index) => wide[index]),
      clear.map((index) => xs[index].keep || (xs[index].at === 0 && !axis.names)));
    return write(plot.right, row, title, { size: "tick", colour: "mut", anchor: "right" }) + clear.filter((_, index) => shown[index]).map((index) =>
      write(across(xs[index].at), row, texts[index], { size, colour: axis.names ? "ink2" : "mut", anchor: "center", bold: xs[index].bold })).join("");
  };

  // Marks

  const textured = (x, y, width, height, look) => {
    const filling = Pack.bars[look.member % Pack.bars.length], hue = look.family;
    if (filling === "solid") return box(x, y, width, height, 0, `f-${hue}`);
    const lines = [], step = 6;
    const strokes = (d) => `<path d="${d}" class="s-${hue}" stroke-width="1"/>`;
    const range = (from, to, by) => Array.from({ length: Math.max(0, Math.ceil((to - from) / by)) }, (_, index) => from + index * by);
    if (filling === "hatch" || filling === "cross_hatch") {
      lines.push(strokes(range(0, width + height, step).map((end) => `M${n(end)} 0L${n(end - height)} ${n(height)}`).join("")));
    }
    if (filling === "cross_hatch") {
      const back = step * Math.ceil(height / step);
      lines.push(strokes(range(-back, width + height - back, step).map((start) => `M${n(start)} 0L${n(start + height)} ${n(height)}`).join("")));
    }
    if (filling === "rows") lines.push(strokes(range(step / 2, height, step * 0.7).map((row) => `M0 ${n(row)}H${n(width)}`).join("")));
    if (filling === "columns") lines.push(strokes(range(step / 2, width, step * 0.7).map((column) => `M${n(column)} 0V${n(height)}`).join("")));
    if (filling === "dots") {
      range(2, height, 3.6).forEach((row, index) => range(2 + (index % 2) * 1.8, width, 3.6).forEach((column) =>
        lines.push(`<circle cx="${n(column)}" cy="${n(row)}" r="0.85" class="f-${hue}"/>`)));
    }
    const inside = `<svg x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}">${lines.join("")}</svg>`;
    return box(x, y, width, height, 0, `f-${hue}`, ` opacity="0.24"`) + inside
      + box(x + 0.5, y + 0.5, width - 1, height - 1, 0, `s-${hue}`, ` stroke-width="1.4"`);
  };
  const curve = (mark, place, colour, width, dash) => {
    let d = "", pen = "M";
    mark.x.forEach((x, index) => {
      const y = mark.y[index];
      if (!Number.isFinite(y)) { pen = "M"; return; }
      d += `${pen}${n(place.across(x))} ${n(place.down(y))}`;
      pen = "L";
    });
    return `<path d="${d}" class="s-${colour}" stroke-width="${n(width)}" stroke-linejoin="round"${dashes(dash, width)}/>`;
  };
  const arrowhead = ({ plot }, px, py, hue) => {
    const x = clamp(px, plot.x, plot.right), y = clamp(py, plot.y, plot.bottom), beyond = Math.sign(py - y), beside = Math.sign(px - x);
    const corners = beyond ? [[x - 4, y - beyond * 6], [x + 4, y - beyond * 6], [x, y]] : [[x - beside * 6, y - 4], [x - beside * 6, y + 4], [x, y]];
    return polygon(corners, `f-${hue}`);
  };
  const spread = (wanted, gap, low, high) => {
    const count = wanted.length;
    if ((count - 1) * gap >= high - low) {
      return wanted.map((_, index) => (count > 1 ? low + (index * (high - low)) / (count - 1) : (low + high) / 2));
    }
    const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]), blocks = [];
    order.forEach((index, rank) => {
      let mean = wanted[index] - rank * gap, size = 1;
      while (blocks.length && blocks.at(-1)[0] > mean) {
        const [before, members] = blocks.pop();
        mean = (before * members + mean * size) / (members + size);
        size += members;
      }
      blocks.push([mean, size]);
    });
    const placed = [], ceiling = high - (count - 1) * gap;
    let rank = 0;
    for (const [mean, size] of blocks) {
      for (let member = 0; member < size; member += 1, rank += 1) placed[order[rank]] = clamp(mean, low, ceiling) + rank * gap;
    }
    return placed;
  };
  const endLabels = (mark, place) => {
    const { plot, body, width, down } = place, items = mark.items.filter((item) => Number.isFinite(item.y)), apart = PIXELS.name + 3.5;
    const ends = items.map((item) => clamp(down(item.y), plot.y, plot.bottom)), low = Math.min(plot.y, body.y + apart), high = Math.max(plot.bottom, plot.y + 1);
    const places = spread(ends, apart, low, high), left = plot.right + 10, crowded = (items.length - 1) * apart > high - low;
    const rooms = items.map((item) => Math.max(width - 4 - left - (item.look ? 14.5 : 0), 4));
    const whole = items.every((item, index) => !item.short || widthOf(item.text, "name", item.bold) <= rooms[index]);
    return items.map((item, index) => {
      const text = crowded && item.look ? "" : whole || !item.short ? item.text : item.short, y = places[index];
      const cut = item.kept && widthOf(text, "name", item.bold) > rooms[index]
        ? elided(text.slice(0, -item.kept.length), "name", rooms[index] - widthOf(item.kept, "name", item.bold), item.bold) + item.kept : text;
      const leader = Math.abs(ends[index] - y) > 2 ? line(plot.right + 1, ends[index], left - 3, y, "line2") : "";
      const sign = item.look ? at(left + 4.5, y, marker(item.look, 9, false)) : "";
      const isBare = item.look && width < NARROW;
      return leader + sign + (isBare ? "" : write(left + (item.look ? 14.5 : 0), y, cut, { size: "name", colour: item.colour, bold: item.bold, room: rooms[index] }));
    }).join("");
  };
  const legend = (mark, place) => {
    const unit = Math.abs(place.down(1) - place.down(0)), room = place.width - PADDING;
    if ((mark.narrow && place.width >= NARROW) || (mark.least && unit < mark.least)) return "";
    let [x, y] = place.toPixels(mark.place), drawn = "";
    if (mark.bare) return mark.items.map(([, name]) => write(x, y, name, { size: "name", halo: true, room: room - x })).join("");
    const wide = mark.items.map(([, name]) => widthOf(name, "name"));
    let spare = (mark.room || place.width - PADDING - x) - 4.5 - (wide.length - 1) * 20;
    x += 4.5;
    mark.items.forEach(([look, name], index) => {
      drawn += at(x, y, marker(look, 9, false));
      spare -= wide[index] + 10;
      if (spare >= 0) {
        drawn += write(x + 10, y, name, { size: "name" });
        x += wide[index] + 10;
      }
      x += 20;
    });
    return drawn;
  };
  const DRAW = {
    Line: (mark, place) => {
      const dash = mark.dash ?? (mark.look ? Pack.dashes[mark.look.member % Pack.dashes.length] : []);
      return curve(mark, place, mark.look ? mark.look.family : mark.colour, mark.width, dash);
    },
    Segments: (mark, place) => {
      const hue = mark.look ? mark.look.family : mark.colour, dash = mark.look && !mark.caps ? Pack.dashes[mark.look.member % Pack.dashes.length] : [];
      return mark.x0.map((_, index) => {
        const x = place.across(mark.x1[index]), y = place.down(mark.y1[index]);
        if (!Number.isFinite(x) || !Number.isFinite(y)) return "";
        if (mark.caps) return line(x, y - mark.caps, x, y + mark.caps, hue, mark.width);
        return line(place.across(mark.x0[index]), place.down(mark.y0[index]), x, y, hue, mark.width, dash);
      }).join("");
    },
    Rectangles: (mark, place) => mark.x0.map((_, index) => {
      const { plot } = place, hold = (value, low, high) => Math.round(clamp(value, low - 8, high + 8) * Pack.scale) / Pack.scale;
      const xs = [mark.x0[index], mark.x1[index]].map((x) => hold(place.across(x), plot.x, plot.right));
      const ys = [mark.y0[index], mark.y1[index]].map((y) => hold(place.down(y), plot.y, plot.bottom));
      if (![...xs, ...ys].every(Number.isFinite)) return "";
      const x = Math.min(...xs), y = Math.min(...ys), width = Math.abs(xs[1] - xs[0]), height = Math.abs(ys[1] - ys[0]);
      if (mark.look) return textured(x, y, width, height, mark.look);
      return (mark.fill ? box(x, y, width, height, 0, `f-${mark.fill}`) : "")
        + (mark.edge ? box(x + 0.5, y + 0.5, width - 1, height - 1, 0, `s-${mark.edge}`, ` stroke-width="1"`) : "");
    }).join(""),
    Points: (mark, place) => mark.x.map((_, index) => {
      const x = place.across(mark.x[index]), y = place.down(mark.y[index]), { plot } = place;
      if (!Number.isFinite(x) || !Number.isFinite(y)) return "";
      const isOut = x < plot.x - 1 || x > plot.right + 1 || y < plot.y - 1 || y > plot.bottom + 1;
      if (isOut) return arrowhead(place, x, y, mark.look ? mark.look.family : mark.colour);
      return at(x, y, mark.look ? marker(mark.look, mark.size, mark.halo) : disc(mark), mark.look?.opacity);
    }).join(""),
    Text: (mark, place) => {
      const [x, y] = place.toPixels(mark.place);
      return write(x, y, mark.text, mark);
    },
    Swatch: (mark, place) => swatch(...place.toPixels(mark.place), mark.look, mark.line),
    EndLabels: endLabels,
    Legend: legend,
  };
  const INSIDE = ["Line", "Segments", "Rectangles"];
  const CURVES = ["Line", "Segments", "Points"];
  const clipped = ({ plot }, drawn) => {
    const [x, y, width, height] = [plot.x - 2, plot.y - 2, plot.width + 4, plot.height + 4].map(n);
    return drawn && `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">${drawn}</svg>`;
  };
  // halos under all curves, curves under all markers; the zero line between areas and what follows them
  const drawMarks = (marks, place) => {
    let drawn = "", hasZero = false;
    const runs = [];
    for (const mark of marks) {
      const isCurve = CURVES.includes(mark.mark), run = runs.at(-1);
      if (run && isCurve && CURVES.includes(run[0].mark)) run.push(mark);
      else runs.push([mark]);
    }
    for (const run of runs) {
      if (!hasZero && run[0].mark !== "Rectangles") {
        drawn += zero(place);
        hasZero = true;
      }
      drawn += clipped(place, run.filter((mark) => mark.halo && mark.mark === "Line").map((mark) => curve(mark, place, "card", mark.width + 3.4, [])).join(""));
      for (const isPoint of [false, true]) {
        const part = run.filter((mark) => (mark.mark === "Points") === isPoint);
        const inside = part.filter((mark) => INSIDE.includes(mark.mark)).map((mark) => DRAW[mark.mark](mark, place)).join("");
        drawn += clipped(place, inside) + part.filter((mark) => !INSIDE.includes(mark.mark)).map((mark) => DRAW[mark.mark](mark, place)).join("");
      }
    }
    return hasZero ? drawn : drawn + zero(place);
  };
  const band = (mark, { plot, across }) => {
    const left = Math.max(across(mark.x0), plot.x - 4), right = Math.min(across(mark.x1), plot.right + 4);
    return box(left, plot.y - 4, right - left, plot.bottom + mark.below - plot.y + 4, 4, `f-${mark.colour}`);
  };

  // Handles

  const HANDLES = {
    grip: (handle, { x, y, width, height }, place, pressed) => {
      const lying = [-2, 2].map((side) => line(x + width / 2 - 5.5, y + height / 2 + side, x + width / 2 + 5.5, y + height / 2 + side, pressed ? "card" : "mut", 1.2)).join("");
      const height0 = place.figure.y, beyond = handle.place.y > height0.high ? -1 : handle.place.y < height0.low ? 1 : 0, base = (beyond < 0 ? y : y + height) + 2 * beyond;
      const out = beyond ? polygon([[x + width / 2 - 4, base], [x + width / 2 + 4, base], [x + width / 2, base + 5 * beyond]], "f-mut") : "";
      return box(x + 0.6, y + 0.6, width - 1.2, height - 1.2, height / 2, pressed ? "f-ink s-ink" : "f-card s-mut", ` stroke-width="1.2"`) + (width >= 20 ? lying : "") + out;
    },
    chip: (handle, area, place) => {
      const { x, y, width, height } = area, share = Number.isFinite(handle.fill) ? clamp(handle.fill, 0, 1) : 0, room = Math.max(width - 8, 4);
      const name = (colour, bold) => {
        const size = widthOf(handle.text, "body", bold) <= room ? "body" : "tick", heavy = bold && !(widthOf(handle.text, size, true) > room && room >= widthOf(handle.text, size));
        return write(x + width / 2, y + height / 2, handle.text, { size, colour, anchor: "center", bold: heavy, room });
      };
      if (share <= 0) return box(x + 0.6, y + 0.6, width - 1.2, height - 1.2, height / 2, "f-card s-edge", ` stroke-width="1.2"`) + name("ink2", false);
      if (share >= 1) return box(x, y, width, height, height / 2, "f-pos") + name("card", true);
      const border = x + share * width, triangle = (edge, way) => polygon([[border - 4, edge - 3.5 * way], [border + 4, edge - 3.5 * way], [border, edge + 3 * way]], "f-ink s-card", ` stroke-width="1"`);
      const filled = `<svg x="${n(x)}" y="${n(y)}" width="${n(share * width)}" height="${n(height)}" viewBox="${n(x)} ${n(y)} ${n(share * width)} ${n(height)}">${box(x, y, width, height, height / 2, "f-pos")}${name("card", true)}</svg>`;
      return box(x + 0.9, y + 0.9, width - 1.8, height - 1.8, height / 2, "f-card s-pos", ` stroke-width="1.8"`) + name("ink", true) + filled + triangle(y, 1) + triangle(y + height, -1);
    },
    cursor: (handle, { x, y, width, height }, place, pressed) => {
      const [px] = place.toPixels(handle.place);
      return line(px, y + height, px, place.plot.bottom, pressed ? "ink" : "ink2", pressed ? 1.6 : 1.2, [4, 3])
        + box(x, y, width, height, height / 2, "f-ink") + write(x + width / 2, y + height / 2, handle.text, { size: "handle", colour: "card", anchor: "center", bold: true });
    },
  };

  // The whole card: {svg, place}; the place has the maps between pixels and data for the hand
  const figure = (made, width, height, pressed = "") => {
    const place = layout(made, width, height), bands = made.marks.filter((mark) => mark.mark === "Band"), still = width < NARROW ? made.still : [...made.still, ...made.aside];
    const end = width - Pack.head[0] - (made.hasMenu || made.key !== "logits" ? Pack.head[1] : 0) - made.headerRoom;
    const title = write(PADDING, HEADER / 2 + 1, made.title, { size: "title", colour: "ink", room: Math.max(end - PADDING, 8) });
    const left = PADDING + widthOf(made.title, "title") + 12, corner = made.corner && end - widthOf(made.corner, "name") > left ? made.corner : "";
    const until = corner ? end - widthOf(corner, "name") - 12 : end;
    const under = until - left > 24 ? write(left, HEADER / 2 + 1, clauses(made.subtitle, "name", until - left), { size: "name", colour: "mut", room: until - left }) : "";
    const head = title + under + write(end, HEADER / 2 + 1, corner, { size: "name", colour: "mut", anchor: "right" });
    if (made.note) return { place, svg: head + write(width / 2, height / 2, made.note, { anchor: "center", room: width - 2 * PADDING }) };
    const others = made.marks.filter((mark) => mark.mark !== "Band");
    const hands = made.handles.map((handle) => HANDLES[handle.shape](handle, boxOf(place, handle), place, handle.id === pressed)).join("");
    return { place, svg: head + bands.map((mark) => band(mark, place)).join("") + grid(place) + axisTexts(place) + still.map((mark) => DRAW[mark.mark](mark, place)).join("") + drawMarks(others, place) + hands };
  };
  return { figure, boxOf, layout };
})();
