//! What Whisper, WhisperX and oTranscribe write as JSON: segments with their times, and a page of HTML with times in
//! it. Words one by one are passed over. Any other JSON is none of these.

use super::clock;
use super::cue::{self, Cue};
use serde::Deserialize;
use serde::de::IgnoredAny;

/// What a file of JSON holds.
#[derive(Debug)]
pub enum Transcript<'t> {
    /// Segments of a recording.
    Cues(Vec<Cue<'t>>),
    /// A page of HTML (oTranscribe).
    Page(String),
}

/// A segment of Whisper (seconds) or of whisper.cpp (milliseconds).
#[derive(Deserialize)]
struct Segment {
    #[serde(default)]
    start: Number,
    #[serde(default)]
    end: Number,
    offsets: Option<Offsets>,
    text: String,
    speaker: Option<Speaker>,
}

#[derive(Deserialize)]
struct Offsets {
    from: u64,
    to: u64,
}

/// A number, or something else that is passed over.
#[derive(Deserialize, Default)]
#[serde(untagged)]
enum Number {
    Seconds(f64),
    Other(IgnoredAny),
    #[default]
    #[serde(skip)]
    None,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Speaker {
    Name(String),
    Other(IgnoredAny),
}

#[derive(Deserialize)]
struct File {
    segments: Option<Vec<Segment>>,
    transcription: Option<Vec<Segment>>,
}

/// oTranscribe's file: its page, and the recording it belongs to.
#[derive(Deserialize)]
struct Page {
    text: String,
    media: Option<IgnoredAny>,
    #[serde(rename = "media-time")]
    time: Option<IgnoredAny>,
}

/// Reads JSON, if it is that of one of the programs.
pub fn read(text: &str) -> Option<Transcript<'static>> {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let segments = match start.bytes().next()? {
        b'[' => serde_json::from_str::<Vec<Segment>>(start).ok()?,
        b'{' => match serde_json::from_str::<File>(start).ok() {
            Some(File { segments: Some(found), .. } | File { transcription: Some(found), .. }) => found,
            _ => {
                let page = serde_json::from_str::<Page>(start).ok();
                let page = page.filter(|page| page.media.is_some() || page.time.is_some());
                return page.map(|page| Transcript::Page(page.text));
            }
        },
        _ => return None,
    };
    // A list of anything may have texts; a transcript has times.
    let is_timed = segments.iter().any(|segment| segment.times().0.is_some());
    is_timed.then(|| Transcript::Cues(segments.into_iter().map(Segment::into_cue).collect()))
}

impl Segment {
    fn times(&self) -> (Option<u64>, Option<u64>) {
        let seconds = |number: &Number| match number {
            Number::Seconds(seconds) => clock::of_seconds(*seconds),
            _ => None,
        };
        match &self.offsets {
            Some(offsets) => (clock::of_milliseconds(offsets.from), clock::of_milliseconds(offsets.to)),
            None => (seconds(&self.start), seconds(&self.end)),
        }
    }

    fn into_cue(self) -> Cue<'static> {
        let (start, end) = self.times();
        let voice = match self.speaker {
            Some(Speaker::Name(said)) => cue::name(&said),
            _ => None,
        };
        let text = self.text.replace('\0', "\u{FFFD}").replace("\r\n", "\n").replace('\r', "\n");
        Cue { start, end, voice, text: text.trim().to_owned().into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&[(Option<u64>, &str, &str)]>) {
        let found = match read(text) {
            Some(Transcript::Cues(cues)) => Some(cues),
            Some(Transcript::Page(page)) => panic!("a page: {page}"),
            None => None,
        };
        let all: Option<Vec<(Option<u64>, &str, &str)>> = found.as_ref().map(|cues| {
            cues.iter().map(|cue| (cue.start, cue.voice.as_deref().unwrap_or_default(), cue.text.as_ref())).collect()
        });
        assert_eq!(all.as_deref(), expected, "{text}");
    }

    #[test]
    fn segments_become_cues() {
        check(
            r#"{"text":"…","segments":[{"id":0,"start":0.5,"end":2,"text":" Pagi. ","words":[{"word":"Pagi"}]},{"start":"x","end":null,"text":"Ya","speaker":"SPEAKER_01"}],"language":"id"}"#,
            Some(&[(Some(500), "", "Pagi."), (None, "SPEAKER_01", "Ya")]),
        );
        check(
            r#"[{"start":1e300,"text":"a"},{"start":1,"text":"b","speaker":null}]"#,
            Some(&[(None, "", "a"), (Some(1000), "", "b")]),
        );
        check(
            r#"{"transcription":[{"timestamps":{"from":"00:00:00,000"},"offsets":{"from":0,"to":900},"text":" Pagi"}]}"#,
            Some(&[(Some(0), "", "Pagi")]),
        );
    }

    #[test]
    fn other_json_is_other_peoples() {
        for text in
            ["{}", "[]", "[1,2]", "{\"text\":\"a\"}", r#"[{"text":"a"}]"#, r#"{"segments":[]}"#, "{\"segments\":", "x"]
        {
            check(text, None);
        }
        assert!(read(&"[".repeat(100_000)).is_none());
        assert!(read(&format!("{{\"segments\":{}", "[".repeat(100_000))).is_none());
        let page = read(r#"{"text":"<p>Pagi</p>","media":"a.mp3","media-time":3.5}"#);
        assert!(matches!(page, Some(Transcript::Page(page)) if page == "<p>Pagi</p>"));
    }
}
