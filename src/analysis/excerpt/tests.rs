//! The coding object as the command line has it, and the way back from it.

use super::*;
use crate::analysis::sample::{Builder, gold, number, words};
use crate::domain::MemoId;

/// The keys of the contract, in its order.
const KEYS: &str = "id, segment, source_id, source, revision, code_id, code, code_name, code_path, start, end, line, \
    line_end, quote, speakers, informants, groups, technique, date, direction, coder, memo, citation, created";

#[test]
fn an_excerpt_has_the_keys_of_the_contract() {
    let mut builder = Builder::gold();
    let first = builder.rows.codings[0].id;
    let host = MemoHost::Coding(first);
    let changed = Timestamp::from_millis(0);
    let id = MemoId::from_uuid(uuid::Uuid::from_u128(1));
    builder.rows.memos.push(Memo { id, host, text: "Cek lagi.".to_owned(), author: "Rahma".to_owned(), changed });
    let study = builder.build();
    let all = excerpts(&study, &Filter::default());
    assert_eq!(all.len(), 201);
    let with_memo = all.iter().find(|excerpt| excerpt.id == first).expect("the first coding");
    assert_eq!(with_memo.memo.as_deref(), Some("Cek lagi."));
    let json = serde_json::to_string(with_memo).expect("JSON");
    let mut at = 0;
    for key in KEYS.split(", ") {
        let found = json[at..].find(&format!("\"{key}\":"));
        at += found.unwrap_or_else(|| panic!("{key} is missing or out of order in {json}"));
    }
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(value.as_object().map(|object| object.len()), Some(KEYS.split(", ").count()));
    assert_eq!(value["created"], "2025-02-19T21:20:00Z");
    for excerpt in &all {
        let json = serde_json::to_string(excerpt).expect("JSON");
        assert_eq!(serde_json::from_str::<Excerpt>(&json).expect("the same"), *excerpt);
    }
}

#[test]
fn every_gold_passage_is_an_excerpt() {
    let study = Builder::gold().build();
    let all = excerpts(&study, &Filter::default());
    for passage in gold()["koding"].as_array().expect("koding") {
        for code in passage["codes"].as_array().expect("codes") {
            let found: Vec<&Excerpt> = all
                .iter()
                .filter(|excerpt| {
                    excerpt.code == words(code)
                        && excerpt.source == words(&passage["file"]).trim_end_matches(".txt")
                        && excerpt.start == number(&passage["start"])
                })
                .collect();
            let [excerpt] = found[..] else { panic!("{passage} {code}: {}", found.len()) };
            assert_eq!(excerpt.quote, words(&passage["quote"]));
            assert_eq!(excerpt.end, number(&passage["end"]));
            assert_eq!((excerpt.line, excerpt.line_end), (number(&passage["line"]), number(&passage["line_end"])));
            let speakers: Vec<String> = passage["speaker"].as_str().map(str::to_owned).into_iter().collect();
            assert_eq!(excerpt.speakers, speakers);
            assert_eq!(excerpt.informants, speakers);
        }
    }
    let sup = all.iter().find(|excerpt| excerpt.code == "SUP.2" && excerpt.source == "W.KS.12-02-2025").expect("SUP.2");
    assert_eq!(sup.code_path, "Supervisor / Melaksanakan supervisi");
    assert_eq!(sup.citation, format!("W.KS.12-02-2025, baris {}", sup.line));
    assert_eq!(sup.groups, ["principal"]);
    assert_eq!(sup.date.map(|date| date.to_string()).as_deref(), Some("2025-02-12"));
    let observed = all.iter().find(|excerpt| excerpt.source.starts_with("O.1")).expect("an observation");
    assert!(observed.informants.is_empty() && observed.groups.is_empty() && observed.speakers.is_empty());
}

#[test]
fn excerpts_are_ordered_by_source_start_and_code() {
    let study = Builder::gold().build();
    let all = excerpts(&study, &Filter::default());
    let key = |excerpt: &Excerpt| (study.source_at(excerpt.source_id), excerpt.start, study.code_at(excerpt.code_id));
    assert!(all.windows(2).all(|pair| key(&pair[0]) <= key(&pair[1])));
}

#[test]
fn a_filter_wants_what_it_names() {
    let mut builder = Builder::gold();
    let range = builder.texts[0].find_all("Sebagai manajer").next().expect("these words");
    builder.coder("Aisyah");
    builder.code_range(0, range, "MAN", None, 1);
    let study = builder.build();
    let count = |filter: Filter| excerpts(&study, &filter).len();
    let code = |short: &str| study.codes.iter().find(|code| code.short == short).map(|code| code.id);
    let sup = gold()["hitungan"]["subkode"]
        .as_object()
        .expect("subkode")
        .iter()
        .filter(|(code, _)| code.starts_with("SUP"))
        .map(|(_, count)| number(count) as usize)
        .sum::<usize>();
    assert_eq!(count(Filter { code: code("SUP"), ..Filter::default() }), sup);
    assert_eq!(count(Filter { code: code("SUP.2"), ..Filter::default() }), 5);
    let unset = Filter { direction: Some(None), ..Filter::default() };
    assert_eq!(count(unset.clone()), 1);
    assert_eq!(excerpts(&study, &unset)[0].coder, "Aisyah");
    let teacher = Filter { code: code("SUP"), group: Some(study.groups[1].id), ..Filter::default() };
    let all: Vec<Excerpt> = excerpts(&study, &teacher);
    assert!(!all.is_empty() && all.iter().all(|excerpt| excerpt.groups == ["teacher"]));
    let observation = Filter { technique: Some(Technique::Observation), ..Filter::default() };
    assert!(excerpts(&study, &observation).iter().all(|excerpt| excerpt.source.starts_with("O.")));
    let source =
        Filter { source: Some(study.sources[1].id), informant: Some(study.informants[0].id), ..Filter::default() };
    assert_eq!(count(source), 0, "KS says nothing in W.G1");
    assert_eq!(count(Filter { coder: Some(study.coders[1].id), ..Filter::default() }), 1);
    let nobody = Filter { code: Some(CodeId::from_uuid(uuid::Uuid::max())), ..Filter::default() };
    assert_eq!(count(nobody), 0);
}

#[test]
fn codings_are_read_from_what_is_printed_and_from_less() {
    let study = Builder::gold().build();
    let all = excerpts(&study, &Filter::default());
    let list = serde_json::to_string(&all).expect("JSON");
    for text in [list.clone(), format!("\u{feff}{{\"emaslim\":1,\"command\":\"codings\",\"items\":{list}}}")] {
        let read = read_excerpts(&text).expect("codings");
        assert_eq!(read.len(), all.len());
        for (read, excerpt) in read.iter().zip(&all) {
            assert_eq!(read.quote.as_ref(), Some(&excerpt.quote));
            assert_eq!((read.start, read.end), (Some(excerpt.start), Some(excerpt.end)));
            assert_eq!((read.source_id, read.code_id), (Some(excerpt.source_id), Some(excerpt.code_id)));
            assert_eq!(read.direction, excerpt.direction);
        }
    }
    let lines =
        "{\"source\":\"W.KS\",\"code\":\"SUP.2\",\"quote\":\"a\"}\n{\"source\":\"O.1\",\"code\":\"EDU\",\"start\":3}\n";
    let read = read_excerpts(lines).expect("two objects");
    assert_eq!(read[0].source.as_deref(), Some("W.KS"));
    assert_eq!((read[1].start, read[1].end, read[1].direction), (Some(3), None, None));
    assert!(read_excerpts("").expect("nothing").is_empty());
    for (wrong, line, says) in [
        ("{\"source\":", 1, "EOF"),
        ("[{\"source\":\"a\"},\n{\"direction\":\"maybe\"}]", 2, "unknown variant `maybe`"),
        ("{\"items\":[\n\n{\"start\":-1}]}", 3, "invalid value: integer `-1`"),
        ("{\"items\":3}", 1, "expected a sequence"),
        ("\n7", 2, "a coding or a list of codings"),
    ] {
        let error = read_excerpts(wrong).expect_err(wrong);
        assert_eq!(error.line(), line, "{wrong}: {error}");
        assert!(error.to_string().contains(says), "{wrong}: {error}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    /// What `code --from` reads is codings or an error with its place, whatever it is.
    #[test]
    fn any_pieces(pieces in proptest::collection::vec(
        proptest::sample::select(vec![
            "{", "}", "[", "]", ",", ":", "\n", "null", "-1", "4294967296", "1e999", "\"items\"", "\"source\"", "\"start\"",
            "\"quote\"", "\"\\ud800\"", "\"direction\"", "\"supports\"", "\"source_id\"", "{\"source\":\"a\",\"start\":1}",
        ]),
        0..24,
    )) {
        let json = pieces.concat();
        if let Err(error) = read_excerpts(&json) {
            proptest::prop_assert!(error.line() <= json.lines().count() + 1);
        }
    }
}

#[test]
fn deep_nesting_is_refused() {
    for open in ["[", "{\"items\":", "{\"a\":"] {
        assert!(read_excerpts(&open.repeat(200_000)).is_err());
    }
}
