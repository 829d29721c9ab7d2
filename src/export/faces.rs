//! The faces that the window and pictures are set in, each once in the program.

/// Interface face.
pub static SANS: &[u8] = include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf");
/// The same, weight 600.
pub static SANS_STRONG: &[u8] = include_bytes!("../../assets/fonts/SourceSans3-SemiBold.ttf");
/// Arabic.
pub static ARABIC: &[u8] = include_bytes!("../../assets/fonts/NotoNaskhArabic-Regular.ttf");
/// Marks of direction.
pub static MARKS: &[u8] = include_bytes!("../../assets/fonts/NotoSansSymbols2-Marks.ttf");
/// Emoji.
pub static EMOJI: &[u8] = include_bytes!("../../assets/fonts/NotoEmoji-Regular.ttf");
