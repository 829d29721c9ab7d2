//! The charts of the sample study, and of studies that are hard to draw: nothing lies on something else or outside the
//! picture, whatever names there are.

use super::*;
use crate::analysis::sample::Builder;
use crate::domain::{CharRange, CodeKind, Direction, Language, Technique};
use resvg::usvg::{Group, Node, Rect};
use std::io::Cursor;

fn words() -> Catalog {
    Catalog::new(Language::Indonesian)
}

/// Boxes of all words of a picture.
fn words_in(group: &Group, found: &mut Vec<(String, Rect)>) {
    for node in group.children() {
        match node {
            Node::Group(group) => words_in(group, found),
            Node::Text(text) => {
                let words = text.chunks().iter().map(|chunk| chunk.text()).collect::<Vec<_>>().concat();
                found.push((words, text.abs_bounding_box()));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

/// Draws both charts of a study; all their words must be there, inside the picture and beside each other.
fn drawn(name: &str, study: &Study) -> Vec<Chart> {
    let mut charts = Vec::new();
    for kind in ChartKind::ALL {
        let chart = chart(study, kind, RowsKind::Roles, &words()).expect("a chart");
        let (width, height) = chart.size();
        let mut found = Vec::new();
        words_in(chart.tree.root(), &mut found);
        assert!(found.len() > 2, "{name} {kind}: {found:?}");
        for (at, (words, place)) in found.iter().enumerate() {
            let is_inside = place.left() >= -0.5
                && place.top() >= -0.5
                && place.right() <= width + 0.5
                && place.bottom() <= height + 0.5;
            assert!(is_inside, "{name} {kind}: {words} at {place:?} lies outside {width} x {height}");
            for (other, beside) in &found[at + 1..] {
                let is_apart = place.right() <= beside.left() + 0.3
                    || beside.right() <= place.left() + 0.3
                    || place.bottom() <= beside.top() + 1.8
                    || beside.bottom() <= place.top() + 1.8;
                assert!(is_apart, "{name} {kind}: {words} {place:?} on {other} {beside:?}");
            }
        }
        charts.push(chart);
    }
    charts
}

#[test]
fn the_sample_study_is_drawn_as_it_is_counted() {
    let charts = drawn("study", &Builder::gold().build());
    let [bars, map] = &charts[..] else { panic!("two charts") };
    assert!(bars.title().starts_with("Gambar 4.1 Jumlah informan"), "{}", bars.title());
    assert!(map.title().starts_with("Gambar 4.2 "), "{}", map.title());
    assert!(
        bars.description().contains("Supervisor: Kepala sekolah 1 dari 1; Guru 2 dari 2; Siswa 0 dari 3."),
        "{}",
        bars.description()
    );
    let supervisor = "Supervisor: Wawancara: Kepala sekolah 1 dari 1; Wawancara: Guru 2 dari 2; Wawancara: Siswa 0 dari 3; \
        Observasi: 1 sumber data; Dokumentasi: 1 sumber data.";
    assert!(map.description().contains(supervisor), "{}", map.description());
    let mut found = Vec::new();
    words_in(bars.tree.root(), &mut found);
    let has = |words: &str| found.iter().any(|(found, _)| found == words);
    assert!(has("2 dari 2") && has("0 dari 3") && has("Gambar 4.1") && has("Jumlah informan (orang)"), "{found:?}");
    assert!(has("Proyek: Contoh."), "{found:?}");
    assert!(!found.iter().any(|(words, _)| words.contains('%')), "{found:?}");
}

#[test]
fn both_files_are_one_picture() {
    let chart = &drawn("one", &Builder::gold().build())[0];
    let svg = chart.svg();
    assert!(!svg.contains("<text") && svg.contains(r#"width="15.00cm""#), "{}", &svg[..200]);
    // Without any face: letters are outlines.
    let again = Tree::from_str(&svg, &usvg::Options::default()).expect("SVG");
    let read = Chart { tree: again, title: String::new(), description: String::new() };
    let (ours, theirs) = (chart.pixels(1.0), read.pixels(chart.size().0 / read.size().0));
    assert!(ours.width == theirs.width && ours.height.abs_diff(theirs.height) <= 1);
    let lines = ours.height.min(theirs.height) as usize * ours.width as usize * 4;
    let differing =
        ours.rgba[..lines].iter().zip(&theirs.rgba).filter(|(one, other)| one.abs_diff(**other) > 60).count();
    assert!(differing * 500 < lines, "{differing} of {lines}");

    // A small one: unoptimised, pixels take their time.
    let chart = &drawn("small", &Builder::empty().build())[0];
    let mut file = Cursor::new(Vec::new());
    chart.png(&mut file).expect("written");
    let mut reader = png::Decoder::new(Cursor::new(file.into_inner())).read_info().expect("PNG");
    assert_eq!(reader.info().width, 1772);
    let density = reader.info().pixel_dims.expect("a density");
    assert_eq!((density.xppu, density.yppu), (11_813, 11_813));
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut bytes).expect("pixels");
    assert_eq!(bytes[..3], [255, 255, 255]);
    assert!(bytes.iter().any(|byte| *byte < 0x40));
}

/// A study of groups of so many informants each, every one of whom speaks in an interview of theirs about the first
/// roles.
fn study(groups: &[(&str, usize)], roles: &[&str]) -> Builder {
    let mut builder = Builder::empty();
    builder.rows.project.title = "Peran kepala sekolah <dalam> \u{1}mengatasi & kesenjangan".to_owned();
    for (at, (name, count)) in groups.iter().enumerate() {
        builder.group(&format!("g{at}"), name);
        for number in 0..*count {
            builder.informant(&format!("I{at}x{number}"), Some(at));
        }
    }
    for (at, role) in roles.iter().enumerate() {
        builder.code(&format!("R{at}"), role, CodeKind::Role, None);
    }
    builder.coder("Rahma");
    let speakers: Vec<String> = builder.rows.informants.iter().map(|one| one.code.clone()).collect();
    for (at, speaker) in speakers.iter().enumerate() {
        let text = format!("{speaker}: Kepala sekolah membimbing kami setiap pekan, dan hasilnya terasa.");
        builder.source(speaker, speaker, Technique::Interview, "2025-02-12", &text);
        let start = u32::try_from(speaker.len()).expect("short") + 2;
        // Nobody speaks about the last role, and fewer about each one before.
        for role in (0..roles.len().saturating_sub(1)).filter(|role| at % (role + 1) == 0) {
            let code = format!("R{role}");
            builder.code_range(at, CharRange::new(start, start + 20), &code, Some(Direction::Supports), 0);
        }
    }
    builder.source("O.1", "O.1", Technique::Observation, "2025-02-14", "Kepala sekolah berkeliling kelas.");
    builder.code_range(speakers.len(), CharRange::new(0, 14), "R0", None, 0);
    builder
}

const ROLES: [&str; 4] =
    ["Edukator", "Pemimpin pembelajaran yang memberi teladan", "Pertanggungjawabannya", "Motivator"];

#[test]
fn many_informants_and_long_names_have_room() {
    let groups =
        [("Kepala sekolah", 1), ("Guru mata pelajaran Pendidikan Pancasila dan Kewarganegaraan", 49), ("Siswa", 150)];
    drawn("many", &study(&groups, &ROLES).build());
}

#[test]
fn one_group_is_drawn_and_so_are_twelve() {
    drawn("alone", &study(&[("Guru", 2)], &ROLES).build());
    let names: Vec<String> = (1..=12).map(|at| format!("Kelompok orang tua kelas {at}")).collect();
    let groups: Vec<(&str, usize)> = names.iter().zip(1..).map(|(name, count)| (name.as_str(), count)).collect();
    let roles = ["Edukator", "Manajer", "Administrator", "Supervisor", "Leader", "Inovator", "Motivator"];
    drawn("twelve", &study(&groups, &roles).build());
}

#[test]
fn what_is_not_there_is_said() {
    let empty = drawn("empty", &Builder::empty().build());
    assert_eq!(empty[0].description(), "");
    drawn("nobody", &study(&[], &ROLES).build());
    drawn("uncoded", &Builder::study().build());
}

#[test]
fn a_very_long_chart_has_fewer_pixels() {
    let roles: Vec<String> = (0..400).map(|at| format!("Peran {at}")).collect();
    let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
    let mut builder = study(&[("Guru", 1), ("Siswa", 2)], &ROLES);
    for role in roles {
        builder.code(role, role, CodeKind::Role, None);
    }
    let chart = chart(&builder.build(), ChartKind::Informants, RowsKind::Roles, &words()).expect("a chart");
    let (across, down) = chart.extent(DENSITY / INCH);
    assert!(f64::from(across) * f64::from(down) < f64::from(MOST_PIXELS) * 1.01, "{across} x {down}");
    assert!(across < 1500 && down > 10_000, "{across} x {down}");
}
