//! The names of the elements of HTML, each list once: what ends a line, what nobody reads, what holds nothing.

/// Elements before and behind which a line ends.
pub const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "ol",
    "optgroup",
    "option",
    "p",
    "section",
    "summary",
    "ul",
    "xmp",
];
/// Elements that nobody reads, with everything in them.
pub const UNSEEN: &[&str] = &[
    "applet", "audio", "button", "canvas", "datalist", "iframe", "noembed", "noframes", "noscript", "object", "rp",
    "rt", "script", "select", "style", "svg", "template", "textarea", "title", "video",
];
/// Elements that never hold anything.
pub const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements within a line, of tables and of the head that people write within other texts, beside [`BLOCKS`].
const OTHERS: &[&str] = &[
    "a", "abbr", "b", "big", "br", "cite", "code", "del", "em", "font", "head", "i", "img", "ins", "kbd", "mark",
    "meta", "nav", "pre", "q", "s", "script", "small", "span", "strike", "strong", "style", "sub", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "title", "tr", "u",
];

/// Whether a name is that of an element as people write them; in small letters.
pub fn is_element(name: &str) -> bool {
    BLOCKS.contains(&name) || OTHERS.contains(&name)
}
