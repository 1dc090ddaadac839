"use strict";
// Letters, lines and markers as SVG, in logical pixels. Colours are classes (fill "f-ROLE", stroke "s-ROLE"), so that
// one drawing serves light and dark.

const Pack = JSON.parse(document.getElementById("story").textContent);

const Shapes = (() => {
  const PIXELS = { title: 12.5, body: 12, name: 11, value: 13, handle: 11.5, tick: 10.5 };
  const canvas = document.createElement("canvas").getContext("2d");
  const escaped = (text) => String(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const n = (value) => String(Math.round(value * 100) / 100);
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  // Text

  const face = (text, size, bold, mono) => {
    const isMono = mono || size === "value" || size === "handle";
    const kind = isMono ? "mono" : "sans", pixels = PIXELS[size], weight = bold || size === "title" ? 600 : 400;
    return { kind, pixels, weight, css: `${weight} ${pixels}px ${Pack.fonts[kind]}` };
  };
  const widths = new Map();
  const widthOf = (text, size, bold = false, mono = false) => {
    const { css } = face(text, size, bold, mono), key = `${css}|${text}`;
    if (!widths.has(key)) {
      canvas.font = css;
      widths.set(key, canvas.measureText(text).width);
    }
    return widths.get(key);
  };
  const capitals = (css) => {
    if (!widths.has(css)) {
      canvas.font = css;
      widths.set(css, canvas.measureText("H").actualBoundingBoxAscent);
    }
    return widths.get(css);
  };
  const elided = (text, size, room, bold, mono) => {
    if (widthOf(text, size, bold, mono) <= room) return text;
    let cut = text;
    while (cut.length > 1 && widthOf(`${cut}…`, size, bold, mono) > room) cut = cut.slice(0, -1);
    return `${cut.trimEnd()}…`;
  };
  const clauses = (text, size, room) => {
    let part = text;
    while (widthOf(part, size) > room) {
      const comma = part.lastIndexOf(", ");
      if (comma < 0) return text;
      part = part.slice(0, comma);
    }
    return part;
  };
  const ANCHORS = { left: "start", center: "middle", right: "end" };
  const write = (x, y, text, { size = "body", colour = "ink2", anchor = "left", bold = false, mono = false, halo = false,
    room = 0 } = {}) => {
    if (!text) return "";
    const shown = room ? elided(text, size, room, bold, mono) : text, { kind, pixels, weight, css } = face(shown, size, bold, mono);
    return `<text x="${n(x)}" y="${n(y + capitals(css) / 2)}" class="t-${kind} f-${colour}${halo ? " halo" : ""}"`
      + ` font-size="${pixels}" font-weight="${weight}" text-anchor="${ANCHORS[anchor]}">${escaped(shown)}</text>`;
  };

  // Shapes

  const opaque = (opacity) => (opacity === undefined || opacity === 1 ? "" : ` opacity="${opacity}"`);
  const dashes = (dash, width) => (dash?.length ? ` stroke-dasharray="${dash.map((part) => n(part * width)).join(" ")}"` : "");
  const line = (x0, y0, x1, y1, colour, width = 1, dash = []) =>
    `<path d="M${n(x0)} ${n(y0)}L${n(x1)} ${n(y1)}" class="s-${colour}" stroke-width="${width}"${dashes(dash, width)}/>`;
  const box = (x, y, width, height, radius, classes, more = "") =>
    `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(width, 0))}" height="${n(Math.max(height, 0))}" rx="${n(radius)}" class="${classes}"${more}/>`;
  const polygon = (corners, classes, more = "") =>
    `<polygon points="${corners.map(([x, y]) => `${n(x)},${n(y)}`).join(" ")}" class="${classes}"${more}/>`;

  const regular = (count, radius, turn, inner = 1) => {
    const steps = inner === 1 ? count : 2 * count;
    return Array.from({ length: steps }, (_, step) => {
      const reach = radius * (step % 2 && inner < 1 ? inner : 1), angle = turn + (2 * Math.PI * step) / steps;
      return [reach * Math.cos(angle), reach * Math.sin(angle)];
    });
  };
  const CORNERS = {
    triangle_up: (h) => [[0, -1.1 * h], [1.06 * h, 0.86 * h], [-1.06 * h, 0.86 * h]],
    triangle_down: (h) => [[0, 1.1 * h], [1.06 * h, -0.86 * h], [-1.06 * h, -0.86 * h]],
    diamond: (h) => [[0, -1.2 * h], [0.95 * h, 0], [0, 1.2 * h], [-0.95 * h, 0]],
    square: (h) => [[-0.9 * h, -0.9 * h], [0.9 * h, -0.9 * h], [0.9 * h, 0.9 * h], [-0.9 * h, 0.9 * h]],
    hexagon: (h) => regular(6, 1.08 * h, 0),
    star: (h) => regular(5, 1.25 * h, -Math.PI / 2, 0.45),
  };
  const outline = (shape, size, classes, more = "") =>
    (shape === "circle" ? `<circle r="${n(size / 2)}" class="${classes}"${more}/>` : polygon(CORNERS[shape](size / 2), classes, more));
  // a marker about the origin: hue and outline say the family, the filling the member
  const marker = (look, size, halo) => {
    const shape = Pack.markers[look.family], filling = Pack.fillings[look.member % Pack.fillings.length], hue = look.family;
    const rim = Math.max(1.4, 0.17 * size), rest = halo ? outline(shape, size, "s-card", ` stroke-width="3.4" stroke-linejoin="round"`) : "";
    if (filling === "full") return rest + outline(shape, size, `f-${hue}`);
    const radius = (shape === "star" ? 0.13 : shape.startsWith("triangle") ? 0.16 : 0.18) * size;
    const lower = ({ triangle_up: 0.12, triangle_down: -0.12 }[shape] ?? 0) * size;
    const dot = (role) => `<circle cy="${n(lower)}" r="${n(radius)}" class="f-${role}"/>`;
    if (filling === "full_dot") return rest + outline(shape, size, `f-${hue}`) + dot("card");
    const inner = size - 0.5 * rim, hollow = outline(shape, inner, `f-card s-${hue}`, ` stroke-width="${n(rim)}"`);
    if (filling === "left_half") {
      const half = `<svg x="${-2 * size}" y="${-2 * size}" width="${2 * size}" height="${4 * size}" viewBox="${-2 * size} ${-2 * size} ${2 * size} ${4 * size}">`;
      return `${rest}${hollow}${half}${outline(shape, inner, `f-${hue}`)}</svg>`;
    }
    if (filling === "hollow_dot") return rest + hollow + dot(hue);
    if (filling === "hollow_cross") {
      const long = 0.3 * size, thick = 0.11 * size;
      return `${rest}${hollow}<path d="M0 ${n(-long)}V${n(long)}M${n(-long)} 0H${n(long)}" class="s-${hue}" stroke-width="${n(thick)}"/>`;
    }
    return rest + hollow;
  };
  const disc = (mark) => `${mark.halo ? `<circle r="${mark.size / 2 + 1.7}" class="f-card"/>` : ""}<circle r="${mark.size / 2}" class="f-${mark.colour ?? "ink"}"/>`;
  const at = (x, y, drawn, opacity) => `<g transform="translate(${n(x)} ${n(y)})"${opaque(opacity)}>${drawn}</g>`;
  const swatch = (x, y, look, whole) => {
    if (whole === false) return at(x, y, marker(look, 9, false), look.opacity);
    const strokes = [-13, 13].map((end) => line(end, 0, 0, 0, look.family, 2, Pack.dashes[look.member % Pack.dashes.length])).join("");
    return at(x, y, strokes + marker(look, 9, true), look.opacity);
  };

  return {
    PIXELS, n, clamp, widthOf, elided, clauses, write, dashes, line, box, polygon, marker, disc, at, swatch,
  };
})();
