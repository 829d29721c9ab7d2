//! Small texts as people write them: who speaks, and who does not.

use super::{holds, parse, spoken};
use crate::domain::{Standing, Technique};

/// Turns as `speaker|words`, the researcher as `?`, reflective notes as `~`.
fn turns(file_name: &str, text: &str) -> Vec<String> {
    spoken(&parse(file_name, text))
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(turns("wawancara.txt", text), expected, "{text}");
}

#[test]
fn labels_and_continuations() {
    check(
        "P: Apa?\nKS: Ini,\nlalu itu.\n\nDan lagi.  \n\nP: Oh.",
        &["?|Apa?", "KS|Ini,/lalu itu.//Dan lagi.", "?|Oh."],
    );
    check("Peneliti : Apa?\nKS\t:\tIya", &["?|Apa?", "KS|Iya"]);
    check("- P: Apa?\n- G1: Iya\n- P: Oh", &["?|Apa?", "G1|Iya", "?|Oh"]);
    check("1. P: Apa?\n2. G1: Iya\n3. P: Oh", &["?|Apa?", "G1|Iya", "?|Oh"]);
    check("P:\nApa?\n\nG1:\nIya\n", &["?|Apa?", "G1|Iya"]);
    check("**P:** Apa?\n\n**G1:** Iya", &["?|Apa?", "G1|Iya"]);
    check("P:Apa?\nG1:Iya\nP: Oh\nG1: Ya", &["?|Apa?", "G1|Iya", "?|Oh", "G1|Ya"]);
    check("P: Apa?\nG1:", &["?|Apa?", "G1|"]);
}

#[test]
fn words_for_people() {
    check(
        "Peneliti: Apa?\nIbu Kepala Sekolah: Ini.\nGuru 1: Itu.\nGuru 2: Bukan.\nPeneliti: Oh.",
        &["?|Apa?", "Ibu Kepala Sekolah|Ini.", "Guru 1|Itu.", "Guru 2|Bukan.", "?|Oh."],
    );
    check(
        "Pewawancara: Apa?\nInforman 1 (G1): Ini.\nInforman 2 (G2): Itu.\nG1: Lagi.",
        &["?|Apa?", "G1|Ini.", "G2|Itu.", "G1|Lagi."],
    );
    check("I: Apa?\nR: Ini.\nI: Oh.\nR: Ya.", &["?|Apa?", "R|Ini.", "?|Oh.", "R|Ya."]);
    check("Interviewer: What?\nPrincipal: This.\nInterviewer: Oh.", &["?|What?", "Principal|This.", "?|Oh."]);
    check("T: Apa?\nJ: Ini.\nT: Oh?\nJ: Ya.", &["?|Apa?", "J|Ini.", "?|Oh?", "J|Ya."]);
    check("P: Apa?\nP1: Ini.\nP2: Itu.\nP1: Ya.", &["?|Apa?", "P1|Ini.", "P2|Itu.", "P1|Ya."]);
    check("P1: Apa?\nKS: Ini.\nP2: Lalu?\nKS: Ya.", &["?|Apa?", "KS|Ini.", "?|Lalu?", "KS|Ya."]);
    check(
        "P: Apa?\nBu Nurhayati: Ini.\nP: Oh.\nBu Nurhayati: Ya.",
        &["?|Apa?", "Bu Nurhayati|Ini.", "?|Oh.", "Bu Nurhayati|Ya."],
    );
    // Who speaks once among named people keeps his words; what only looks like a name does not get any.
    check(
        "Peneliti: Apa?\nBu Sri: Ya.\nPak Budi: Tidak.\nPeneliti: Oh.\nBu Sri: Begini.\nHasil: baik.",
        &["?|Apa?", "Bu Sri|Ya.", "Pak Budi|Tidak.", "?|Oh.", "Bu Sri|Begini./Hasil: baik."],
    );
}

#[test]
fn what_looks_like_a_label_and_is_none() {
    check(
        "P: Apa?\nKS: Lihat ini.\nhttps://sekolah.id\n17:30 kami pulang.\nJam 17:30 juga.\nWaktu: sore hari.\nKS: Ya.\nCatatan: penting.",
        &[
            "?|Apa?",
            "KS|Lihat ini./https://sekolah.id/17:30 kami pulang./Jam 17:30 juga./Waktu: sore hari.",
            "KS|Ya./Catatan: penting.",
        ],
    );
    check(
        "P: Apa?\nKS: Ada beberapa,\nSumber dana BOS: penggandaan modul\nPenanggung jawab: kepala sekolah. Koordinator: wakasek.\nP: Oh.",
        &[
            "?|Apa?",
            "KS|Ada beberapa,/Sumber dana BOS: penggandaan modul/Penanggung jawab: kepala sekolah. Koordinator: wakasek.",
            "?|Oh.",
        ],
    );
}

#[test]
fn documents_and_observations_have_no_turns() {
    for file in ["D.1.txt", "O.1.txt", "notulen rapat.txt", "Lembar observasi.txt"] {
        assert_eq!(turns(file, "Guru: sembilan\nSiswa: dua\nGuru: lima\nSiswa: enam\n"), [] as [&str; 0], "{file}");
    }
    assert_eq!(turns("x.txt", "Sumber dana BOS: modul.\nWaktu: Senin.\nTujuan: baik.\n"), [] as [&str; 0]);
}

#[test]
fn reflective_notes() {
    let notes = ["~|Tenang.", "~|Ramai: sekali."];
    assert_eq!(
        turns(
            "O.1.txt",
            "LEMBAR\n\nA. Catatan\nAda.\n\nB. Catatan reflektif\nTenang.\n\nRamai: sekali.\n\nC. Penutup\nSelesai."
        ),
        notes
    );
    assert_eq!(turns("O.1.txt", "Ada.\n\nReflective notes\nTenang.\nRamai: sekali."), notes);
    assert_eq!(turns("O.1.txt", "LEMBAR\n\nAda.\n\nB. Catatan reflektif: Tenang.\nRamai: sekali."), notes);
    assert_eq!(
        turns("W.KS.txt", "P: Apa?\nKS: Ini.\n\nCatatan peneliti:\nTenang.\nRamai: sekali."),
        ["?|Apa?", "KS|Ini.", "~|Tenang.", "~|Ramai: sekali."]
    );
}

#[test]
fn a_heading_between_turns_belongs_to_nobody() {
    check(
        "P: Apa?\nKS: Ini.\n\nB. Peran sebagai manajer\n\nP: Lalu?\nKS: Itu.",
        &["?|Apa?", "KS|Ini.", "?|Lalu?", "KS|Itu."],
    );
}

#[test]
fn words_of_an_answer_stay_with_it() {
    // A list in an answer, a wrapped sentence, a number of people.
    check(
        "P: Apa?\nKS: Dua:\nA. Remedial\nB. Pengayaan\n\nP: Oh.\nKS: Ya.",
        &["?|Apa?", "KS|Dua:/A. Remedial/B. Pengayaan", "?|Oh.", "KS|Ya."],
    );
    check(
        "P: Apa?\nKS: Kami menutup dengan\nRefleksi\nP: Oh.",
        &["?|Apa?", "KS|Kami menutup dengan/Refleksi", "?|Oh."],
    );
    check(
        "P: Berapa?\nKS: Ini.\nGuru: 34 orang.\nP: Oh.\nKS: Ya.",
        &["?|Berapa?", "KS|Ini./Guru: 34 orang.", "?|Oh.", "KS|Ya."],
    );
    // A third voice that joins once.
    check(
        "Peneliti: Apa?\nGuru: Ini\nSiswa: Iya\nPeneliti: Oh\nGuru: Ya",
        &["?|Apa?", "Guru|Ini", "Siswa|Iya", "?|Oh", "Guru|Ya"],
    );
    check("P: apa\nKS: ini\nG1: iya\nP: oh\nKS: ya", &["?|apa", "KS|ini", "G1|iya", "?|oh", "KS|ya"]);
}

#[test]
fn people_in_the_head_of_a_letter_are_no_informants() {
    let letter = parse(
        "surat.txt",
        "SURAT KETERANGAN\nNomor: 12/2025\nNama: Budi\nJabatan: Kepala Sekolah\n\nMenerangkan bahwa benar.\n",
    );
    assert_eq!((letter.speakers.len(), letter.turns.len(), letter.header.len()), (0, 0, 3));
}

/// Code, description and group of everybody.
fn people(file_name: &str, text: &str) -> Vec<(String, String, Option<String>)> {
    let source = parse(file_name, text);
    holds(&source).expect("in order");
    source.speakers.into_iter().map(|speaker| (speaker.code, speaker.description, speaker.group)).collect()
}

#[test]
fn informants_come_from_header_label_and_name() {
    let check = |file: &str, text: &str, expected: &[(&str, &str, Option<&str>)]| {
        let found = people(file, text);
        let found: Vec<_> =
            found.iter().map(|(code, words, group)| (code.as_str(), words.as_str(), group.as_deref())).collect();
        assert_eq!(found, expected, "{file}: {text}");
    };
    check("W.G1.txt", "Informan: Guru IPA\n\nP: Apa?\nN: Ini.\nP: Oh.\nN: Ya.", &[("G1", "Guru IPA", Some("teacher"))]);
    check("W.G1.txt", "P: Apa?\nGuru: Ini.\nP: Oh.\nGuru: Ya.", &[("G1", "Guru", Some("teacher"))]);
    check(
        "W.KS.txt",
        "Informan: Kepala Sekolah (KS)\n\nPeneliti: Apa?\nKepala Sekolah: Ini.",
        &[("KS", "Kepala Sekolah", Some("principal"))],
    );
    check(
        "wawancara kelompok.txt",
        "Informan: Siswa kelas VII (S1), siswa kelas VIII (S2) dan guru BK (G3)\n\nP: Apa?\nS1: Ini.\nS2: Itu.\nG3: Ya.",
        &[
            ("S1", "Siswa kelas VII", Some("student")),
            ("S2", "siswa kelas VIII", Some("student")),
            ("G3", "guru BK", Some("teacher")),
        ],
    );
    check(
        "wawancara.txt",
        "Hari/tanggal : Rabu, 12-02-2025\nKeterangan:\nP : Peneliti\nN : Orang tua siswa\n\nP : Apa?\nN : Ini.",
        &[("N", "Orang tua siswa", None)],
    );
    check(
        "wawancara.txt",
        "Nama: Ibu Sari\nJabatan: Kepala Sekolah\n\nP: Apa?\nIS: Ini.\nP: Oh.\nIS: Ya.",
        &[("IS", "Kepala Sekolah", Some("principal"))],
    );
    check(
        "wawancara.txt",
        "P: Apa?\nKS: Ini.\nG1: Itu.\nS2: Ya.\nTU: Saya.\nTU: Juga.",
        &[("KS", "", Some("principal")), ("G1", "", Some("teacher")), ("S2", "", Some("student")), ("TU", "", None)],
    );
    check(
        "wawancara.txt",
        "Pewawancara: Budi Santoso (BS)\nTempat: Aula\n\nBS: Apa?\nG1: Ini.\nBS: Oh.",
        &[("G1", "", Some("teacher"))],
    );
}

#[test]
fn the_principal_is_the_key_informant() {
    for label in ["KS", "Kepala Sekolah", "Ibu Kepala Sekolah", "Kepsek"] {
        let source = parse("wawancara.txt", &format!("Peneliti: Apa?\n{label}: Ini.\nSiswa 1: Ya."));
        let standings: Vec<_> = source.speakers.iter().map(|speaker| (speaker.standing, speaker.is_child)).collect();
        assert_eq!(standings, [(Standing::Key, false), (Standing::Additional, true)], "{label}");
    }
}

#[test]
fn the_technique_is_guessed_and_said() {
    let talk = parse("rekaman 3.txt", "Peneliti: Apa?\nGuru: Ini.\nPeneliti: Oh.\nGuru: Ya.");
    assert_eq!((talk.technique, talk.turns.len()), (Technique::Interview, 4));
    assert_eq!(talk.warnings.len(), 1);
    let letter = parse("surat.txt", "Dengan hormat,\nkami sampaikan hal berikut.\n");
    assert_eq!((letter.technique, letter.turns.len()), (Technique::Document, 0));
    let silent = parse("W.KS.txt", "Beliau berkata baik.\n");
    assert_eq!(silent.warnings[0].key, "import-warning-no-turns");
}

#[test]
fn the_header_is_right_about_the_date() {
    let check = |file: &str, text: &str, date: Option<&str>, warning: Option<&str>| {
        let source = parse(file, text);
        assert_eq!(source.date.map(|date| date.to_string()).as_deref(), date, "{file} {text}");
        assert_eq!(source.warnings.first().map(|warning| warning.key.as_str()), warning, "{file} {text}");
    };
    let turns = "\n\nP: Apa?\nKS: Ini.";
    check(
        "W.KS.13-02-2025.txt",
        &format!("Tanggal: 12 Februari 2025{turns}"),
        Some("2025-02-12"),
        Some("import-warning-dates"),
    );
    check("W.KS.13-02-2025.txt", &format!("Tempat: Aula{turns}"), Some("2025-02-13"), None);
    check("W.KS.txt", &format!("Tanggal: 30 Februari 2025{turns}"), None, Some("import-warning-date"));
    check("W.KS.txt", &format!("Date: Feb 12, 2025{turns}"), Some("2025-02-12"), None);
    check("W.KS.txt", &format!("Izin: tanggal 14 Februari 2025{turns}"), None, None);
}

#[test]
fn legends_stand_in_lines_or_in_one() {
    for legend in [
        "Keterangan:\nP : Peneliti\nN : Narasumber\nA : Anak narasumber",
        "Keterangan: P : Peneliti, N : Narasumber, A : Anak narasumber",
        "Keterangan:\nP: Pewawancara N: Narasumber A: Anak narasumber",
    ] {
        let text =
            format!("Hari/tanggal : Rabu, 12-02-2025\n{legend}\n\nP : apa?\nN : ini.\nA : itu.\nP : oh.\nN : ya.\n");
        let source = parse("wawancara.txt", &text);
        assert_eq!(spoken(&source), ["?|apa?", "N|ini.", "A|itu.", "?|oh.", "N|ya."], "{legend}");
        let found: Vec<_> = source.speakers.iter().map(|speaker| speaker.description.as_str()).collect();
        assert_eq!(found, ["Narasumber", "Anak narasumber"], "{legend}");
    }
}

#[test]
fn a_label_may_name_its_speaker_once() {
    for text in [
        "P (Ana): Apa?\nG1 (Sri): Ini.\nP: Oh.\nG1: Ya.",
        "**P (Ana):** Apa?\n\n**G1 (Sri):** Ini.\n\n**P:** Oh.\n\n**G1:** Ya.",
    ] {
        check(text, &["?|Apa?", "G1|Ini.", "?|Oh.", "G1|Ya."]);
        assert_eq!(people("wawancara.txt", text), [("G1".to_owned(), "Sri".to_owned(), Some("teacher".to_owned()))]);
    }
}
