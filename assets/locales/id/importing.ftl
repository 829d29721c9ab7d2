### Impor sebagai satu pekerjaan: uji coba, lembar impor, laporan.

import-error-stopped = Impor dihentikan sebelum “{ $file }” masuk.

cli-arg-encoding = Pengodean berkas, misalnya UTF-8, UTF-16LE, atau windows-1252 (bila tidak disebut: dikenali sendiri)
cli-arg-label = Milik siapa sebuah label: kode informan, question (peneliti), other (orang lain), atau none (bukan penutur); boleh diulang
cli-arg-as-version = Untuk berkas yang tampaknya versi baru dari sumber data yang ada: correction memperbaiki sumber itu, new menjadikannya sumber data baru
cli-arg-new-text = Kata penggantinya; boleh kosong untuk menghapus
cli-arg-new-text-file = Berkas teks berisi kata penggantinya; - membaca masukan standar
import-warning-version = “{ $file }” tampaknya versi baru dari { $source }. Untuk memperbaiki { $source }, impor sebagai perbaikan (--as correction).
cli-import-skipped = { $n } berkas belum diimpor karena pekerjaan terhenti sebelum gilirannya.

importing-encoding = Pengodean { $encoding }
importing-encoding-guessed = Pengodean { $encoding } (dugaan)
importing-place = Tempat: { $place }
importing-no-group = tanpa kelompok
importing-person = Informan { $code }: { $description } ({ $group }, { $standing })
importing-person-bare = Informan { $code } ({ $group }, { $standing })
importing-undecided = belum ditentukan
importing-researcher = peneliti
importing-other = orang lain, tidak dihitung
importing-label = Label “{ $label }” → { $who }, { $turns } giliran: { $example }
importing-remembered = “{ $file }”: keputusan label dari impor sebelumnya dipakai: { $labels }.

sheet-title = Impor { $n } berkas
sheet-import = Impor { $n } berkas
sheet-looking = Mencari berkas…
sheet-reading = Membaca { $done } dari { $total }: { $name }
sheet-refused = { $n } berkas tidak akan diimpor; sebabnya tertulis pada berkas itu.
sheet-skipped = { $what } { $n } berkas tidak sempat diimpor.
sheet-take = Impor { $name }
sheet-state-refused = ditolak
sheet-file = { $name } · { $kb } kB
sheet-encoding = Pengodean
sheet-encoding-found = { $encoding } (dikenali)
sheet-encoding-guessed = { $encoding } (dugaan; periksa pratinjau)
sheet-encoding-find = Kenali sendiri
sheet-name = Nama
sheet-no-name = Sumber data ini belum bernama. Beri nama, lalu impor.
sheet-same-name = Sudah ada sumber data bernama { $name }. Beri nama lain, atau pilih memperbaiki sumber itu.
sheet-version = Berkas ini tampaknya versi baru dari { $source }.
sheet-version-correct = Perbaiki { $source }
sheet-version-new = Sumber data baru
sheet-version-waiting = Membandingkan dengan teks yang ada…
sheet-version-same = Teksnya sama dengan { $source }; tidak ada kutipan yang berubah.
sheet-version-more = dan { $n } segmen lagi; semuanya tercantum dalam laporan impor
sheet-version-twice = Dua berkas di lembar ini memperbaiki { $source }. Pilih salah satu.
sheet-date = Tanggal
sheet-date-hint = misalnya 12-02-2025; boleh kosong
sheet-no-date = “{ $date }” bukan tanggal. Tulis misalnya 12-02-2025, atau kosongkan.
sheet-for-all = Terapkan ke semua berkas
    .tip = Semua berkas di lembar ini mendapat teknik, tanggal, dan tempat yang sama.
sheet-informants = Informan
sheet-person = { $code }, keterangan
sheet-person-hint = misalnya Guru Matematika kelas VIII
sheet-no-group = Tanpa kelompok
sheet-key = Informan kunci
sheet-child = Anak
sheet-labels = Label penutur
sheet-labels-note = Berlaku untuk semua berkas di lembar ini dan diingat untuk impor berikutnya.
sheet-label-count = { $turns } giliran, { $words } kata
sheet-undecided = Belum ditentukan
sheet-researcher = Peneliti
sheet-other = Orang lain
sheet-nobody = Bukan penutur
sheet-new-code = Kode baru, lalu Enter
sheet-preview = Pratinjau · { $n } baris
sheet-preview-waiting = Berkas sedang dibaca…
sheet-preview-none = Tidak ada pratinjau.
sheet-report = Laporan impor
sheet-report-taken = { $name }: { $technique }, { $informants }, { $turns } giliran, { $lines } baris
sheet-report-skipped = { $name }: belum diimpor karena pekerjaan terhenti sebelum gilirannya.
sheet-report-nobody = tanpa informan

import-warning-questions = “{ $file }”: { $n } pertanyaan tanpa label dibaca sebagai pertanyaan peneliti dan teks di bawahnya sebagai jawaban. Bila keliru, pilih “Biarkan sebagai teks” di lembar impor (di terminal: --questions keep).
import-warning-questions-open = “{ $file }” tidak berlabel pembicara, tetapi { $n } barisnya tampak seperti pertanyaan peneliti. Bila memang begitu, pilih “Jadikan tanya jawab” di lembar impor (di terminal: --questions split); bila tidak, isinya bukan milik informan mana pun.

sheet-questions = Pertanyaan tanpa label
sheet-questions-note = Berlaku untuk semua berkas di lembar ini.
sheet-questions-count = { $n } baris tampak seperti pertanyaan peneliti
sheet-questions-split = Jadikan tanya jawab
sheet-questions-keep = Biarkan sebagai teks
cli-arg-questions = Pertanyaan tanpa label pembicara: split menjadikannya tanya jawab, keep membiarkannya sebagai teks, find hanya bila bentuknya jelas (bila tidak disebut: find)

cli-import-passed = Dilewati karena bukan transkrip: { $files }.
sheet-passed = Dilewati karena bukan transkrip: { $files }.
