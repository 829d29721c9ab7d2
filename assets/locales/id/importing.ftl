### Impor sebagai satu pekerjaan: uji coba, lembar impor, laporan.

import-error-stopped = Impor dihentikan sebelum “{ $file }” masuk.

cli-arg-encoding = Pengodean berkas, misalnya UTF-8, UTF-16LE, atau windows-1252 (bila tidak disebut: dikenali sendiri)
cli-arg-label = Milik siapa sebuah label: kode informan, question (peneliti), other (orang lain), atau none (bukan penutur); boleh diulang
cli-import-skipped = { $n } berkas belum diimpor karena pekerjaan terhenti sebelum gilirannya.

importing-encoding = Pengodean { $encoding }
importing-place = Tempat: { $place }
importing-no-group = tanpa kelompok
importing-person = Informan { $code }: { $description } ({ $group }, { $standing })
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
sheet-encoding-find = Kenali sendiri
sheet-name = Nama
sheet-no-name = Sumber data ini belum bernama. Beri nama, lalu impor.
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
