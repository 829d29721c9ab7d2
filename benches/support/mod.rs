//! What the benches work on: a transcript of 1 MB such as nobody has and everybody fears, the same every
//! time, with answers short and long, emoji, combining marks and Arabic verses in it.

use emaslim::domain::{CharRange, InformantId, LineNumber, SourceText, Turn, TurnId, TurnKind};
use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};
use std::sync::Arc;
use uuid::Uuid;

/// Size of the transcript, in bytes.
pub const BYTES: usize = 1 << 20;
/// Bytes of an answer on the average, so that there are about 2,100 paragraphs.
const ANSWER: usize = 940;

const QUESTIONS: [&str; 6] = [
    "Bagaimana pelaksanaan supervisi di sekolah ini?",
    "Setelah supervisi, apa yang terjadi?",
    "Untuk arsip program remedialnya sendiri, Bu?",
    "Sebagai pemimpin, nilai apa yang Ibu pegang?",
    "Siapa yang menyusun jadwalnya, dan kapan diumumkan?",
    "Boleh diceritakan contohnya?",
];
const SENTENCES: [&str; 14] = [
    "Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru.",
    "Setelah itu guru saya panggil satu per satu, saya sampaikan kelebihan dan kekurangannya.",
    "Buat saya supervisi itu membantu, bukan mencari salah.",
    "Paling lambat pukul 06.45 saya sudah di gerbang menyalami anak-anak.",
    "Visi kita sederhana, tidak ada anak yang ditinggal.",
    "Keputusan penting kami musyawarahkan.",
    "Jam remedial misalnya, tadinya saya mau jam ke-0 pagi hari, tetapi guru keberatan, ya sudah.",
    "Inventaris barang kami perbarui tiap semester, mana kursi yang rusak, mana buku paket yang kurang.",
    "Rata-rata Matematika kelas VIII A itu 82, sedangkan VIII C hanya 58.",
    "Ada, daftar hadir dan laporan bulanannya disimpan di map kurikulum.",
    "Ya.",
    "Anak-anak kirim pesan, “Bu, boleh ikut remedial? 🙏🏽” lalu saya balas 👍, sekeluarga 👨‍👩‍👧‍👦 datang.",
    "Bu Aminah, S.Pd.I. mengajar tajwi\u{304}d dan h\u{323}adis\u{331}.",
    "Saya ingatkan dengan ayat, إِنَّ اللَّهَ لَا يُغَيِّرُ مَا بِقَوْمٍ حَتَّىٰ يُغَيِّرُوا مَا بِأَنْفُسِهِمْ (Ar-Ra’d 13:11), lalu kami mulai.",
];

/// The transcript and its turns: questions of the researcher, answers of the principal.
pub fn interview() -> (Arc<SourceText>, Arc<[Turn]>) {
    let mut random = SmallRng::seed_from_u64(1945);
    let mut text = String::with_capacity(BYTES + 4096);
    while text.len() < BYTES {
        text.push_str("P: ");
        text.push_str(QUESTIONS[random.random_range(0..QUESTIONS.len())]);
        text.push_str("\nKS: ");
        let until = text.len() + random.random_range(60..2 * ANSWER);
        while text.len() < until {
            // Arabic and emoji are seldom.
            let seldom = usize::from(random.random_range(0..6) == 0) * 3;
            text.push_str(SENTENCES[random.random_range(0..SENTENCES.len() - 3 + seldom)]);
            text.push(' ');
        }
        text.pop();
        text.push('\n');
    }
    let text = Arc::new(SourceText::new(text));
    let turns = (1..=text.line_count()).filter_map(|number| turn(&text, LineNumber::new(number))).collect();
    (text, turns)
}

fn turn(text: &SourceText, line: LineNumber) -> Option<Turn> {
    let (range, words) = (text.line_range(line)?, text.line(line)?);
    let (label, _) = words.split_once(": ")?;
    let kind = if label == "P" { TurnKind::Question } else { TurnKind::Speech };
    let skipped = u32::try_from(label.len()).ok()? + 2;
    Some(Turn {
        id: TurnId::from_uuid(Uuid::from_u128(u128::from(line.get()))),
        range,
        words: CharRange::new(range.start.get() + skipped, range.end.get()),
        label: label.to_owned(),
        informant: (kind == TurnKind::Speech).then(|| InformantId::from_uuid(Uuid::nil())),
        kind,
    })
}
