/** Width of a picture before it is drawn twice as fine. */
const width = 1080;
/** Browsers draw no canvas with a longer side. */
const longest = 16_000;

/** Lays the saved page out in a frame of its own, which no script of it can leave: it has none, by its own policy. */
function frameWith(page: string): Promise<HTMLIFrameElement> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('aria-hidden', 'true');
    frame.style.cssText = `position: fixed; inset-block-start: 0; inset-inline-start: -${width * 2}px; inline-size: ${width}px; block-size: 600px; border: 0`;
    frame.onload = () => resolve(frame);
    frame.srcdoc = page;
    document.body.append(frame);
  });
}

/** Opens the browser's print window, which also makes PDFs, on the saved page: what it hides is not on paper either. */
export async function print(page: string): Promise<void> {
  const frame = await frameWith(page);
  const view = frame.contentWindow;
  if (!view) throw new Error('the page was not laid out');
  view.addEventListener('afterprint', () => frame.remove());
  view.focus();
  view.print();
}

/** The saved page as a picture (PNG). Rejects where the browser draws no page into a picture. */
export async function pictureOf(page: string): Promise<Blob> {
  const frame = await frameWith(page);
  try {
    const content = frame.contentDocument;
    if (!content) throw new Error('the page was not laid out');
    const height = Math.ceil(content.documentElement.scrollHeight);
    return await drawn(asSvg(content, height), height);
  } finally {
    frame.remove();
  }
}

/** The page inside an SVG, which browsers draw as a picture. In it `:root` is the SVG, so its style stands there. */
function asSvg(content: Document, height: number): string {
  const { documentElement: html, body } = content;
  const style = [...content.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n');
  const computed = content.defaultView?.getComputedStyle(html);
  const holder = content.createElement('div');
  holder.dir = html.dir;
  holder.lang = html.lang;
  // The style of `html` and `body` does not reach into the picture.
  holder.style.cssText = `box-sizing: border-box; min-height: ${height}px; padding: 2.5rem 1.25rem; background: var(--paper); color: var(--ink); font-family: ${computed?.fontFamily ?? 'sans-serif'}; font-size: 16px; line-height: 1.5; font-variant-numeric: tabular-nums`;
  holder.append(...[...body.childNodes].map((node) => node.cloneNode(true)));
  const inner = new XMLSerializer().serializeToString(holder);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" style="color-scheme: light"><style>${style.replace(/[<&]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</style><foreignObject width="100%" height="100%">${inner}</foreignObject></svg>`;
  // What XML cannot hold, titles of pages can.
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ' ');
}

async function drawn(svg: string, height: number): Promise<Blob> {
  const image = new Image();
  // A data address: pictures from object addresses may be drawn, but not read back.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, longest / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('nothing draws here');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture came out'))), 'image/png'),
  );
}
