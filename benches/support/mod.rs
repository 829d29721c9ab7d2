//! The transcript that measurements share: 1 MB of interview, about 2,100 paragraphs, questions and answers in turn,
//! with emoji, Arabic and combining marks in it. The same on every machine, and no two paragraphs are alike.

use emaslim::domain::{CharRange, Standing, Technique, TurnKind};
use emaslim::import::{Encoding, ParsedSource, ParsedSpeaker, ParsedTurn};

/// What is asked.
const ASKED: [&str; 4] = [
    "Bagaimana Bapak menyusun jadwal supervisi, dan siapa saja yang dilibatkan sejak awal?",
    "Lalu bagaimana tindak lanjutnya bila ada guru yang belum siap? 🤔",
    "Apakah hasilnya dibahas bersama, atau hanya dicatat di buku supervisi?",
    "Menurut Bapak, apa yang paling terasa berubah bagi siswa tahun ini?",
];

/// What is answered, sentence by sentence.
const ANSWERED: [&str; 11] = [
    "Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru.",
    "Kami mulai dengan salam, وعليكم السلام ورحمة الله وبركاته, lalu baru membahas hasilnya satu per satu.",
    "Kalau ada yang belum siap, saya dampingi dulu 👩🏽‍🏫, tidak langsung saya nilai.",
    "Hasilnya kami bahas bersama setelah jam pelajaran, biasanya sambil minum teh ☕️ di perpustakaan.",
    "Ḥasil pengamatan itu saya catat, dan guru yang bersangkutan membacanya sebelum menandatangani.",
    "Dari 24 guru, 21 sudah memakai perangkat yang baru; sisanya masih belajar dari rekan sejawat.",
    "Saya selalu bilang, “Silakan dicoba dulu, nanti kita lihat bersama” – begitu kira-kira.",
    "Orang tua juga kami undang 👨‍👩‍👧‍👦 supaya mereka tahu apa yang sedang dikerjakan anak-anak.",
    "Yang sulit itu waktu: kadang ada rapat mendadak di dinas, jadi jadwalnya bergeser seminggu.",
    "Firman-Nya, ﴿إِنَّ مَعَ الْعُسْرِ يُسْرًا﴾, itu yang sering saya ulang kepada teman-teman guru 🙏🏽.",
    "Jadi menurut saya supervisi bukan mencari kesalahan, melainkan menemani guru bertumbuh.",
];

/// The text up to about `bytes`, as it is imported, with its turns.
pub fn transcript(bytes: usize) -> ParsedSource {
    let (mut text, mut turns) = (String::with_capacity(bytes + 2048), Vec::new());
    let mut at = 0_u32;
    for paragraph in 0_usize.. {
        if text.len() >= bytes {
            break;
        }
        let is_question = paragraph % 2 == 0;
        let (label, kind) = if is_question { ("P", TurnKind::Question) } else { ("KS", TurnKind::Speech) };
        let mut words = if is_question {
            ASKED[paragraph / 2 % ASKED.len()].to_owned()
        } else {
            let count = 6 + paragraph % 7;
            let sentences = (0..count).map(|sentence| ANSWERED[(paragraph * 5 + sentence * 3) % ANSWERED.len()]);
            sentences.collect::<Vec<_>>().join(" ")
        };
        words.push_str(&format!(" ({paragraph})"));
        let start = at + count(label) + 2;
        let end = start + count(&words);
        let speaker = (!is_question).then_some(0);
        let (range, words_range) = (CharRange::new(at, end), CharRange::new(start, end));
        turns.push(ParsedTurn { range, words: words_range, label: label.to_owned(), speaker, kind });
        text.push_str(&format!("{label}: {words}\n"));
        at = end + 1;
    }
    ParsedSource {
        name: "W.KS".to_owned(),
        short: "W.KS".to_owned(),
        description: String::new(),
        file_name: "W.KS.txt".to_owned(),
        encoding: Encoding::UTF_8,
        is_encoding_certain: true,
        original: text.as_bytes().to_vec(),
        technique: Technique::Interview,
        date: None,
        place: String::new(),
        setting: String::new(),
        header: Vec::new(),
        turns,
        speakers: vec![ParsedSpeaker {
            code: "KS".to_owned(),
            description: String::new(),
            group: Some("principal".to_owned()),
            standing: Standing::Key,
            is_child: false,
        }],
        warnings: Vec::new(),
        text,
    }
}

fn count(words: &str) -> u32 {
    u32::try_from(words.chars().count()).unwrap_or(u32::MAX)
}
