//! The little of XML that document readers share: names without their prefix, attributes, what `&amp;` stands for.
//! Nothing that a document defines itself is ever filled in, so nothing can grow.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};
use std::borrow::Cow;

/// Elements within elements that are followed. Each costs memory until it ends; documents have some dozens.
pub const DEEPEST: usize = 1_000_000;

/// The value of the attribute of a name, whatever its prefix.
pub fn attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    let mut attributes = element.attributes();
    // Two of one name harm nobody here.
    let mut found = attributes.with_checks(false).flatten();
    let value = found.find(|found| found.key.local_name().as_ref() == name)?;
    Some(value.normalized_value(XmlVersion::default()).unwrap_or(value.value))
}

/// The number in the attribute of a name.
pub fn number(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(element, name)?.trim().parse().ok()
}

/// What a reference (`&amp;`, `&#8211;`) stands for; one that the document has defined itself stays as it is.
pub fn referred(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => return letter.to_string(),
        Ok(None) => {}
        Err(_) => return "\u{FFFD}".to_owned(),
    }
    let name: &str = reference;
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        "nbsp" => "\u{a0}".to_owned(),
        other => format!("&{other};"),
    }
}
