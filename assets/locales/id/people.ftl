# Informants, groups, attributes, consent.

## Riwayat.
step-informant-new = Menambah informan { $name }
step-informant = Mengubah data informan { $name }
step-informant-rename = Mengganti kode informan { $from } menjadi { $to }{ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-informant-delete = Menghapus informan { $name }{ $n ->
    [0] { "" }
   *[other] ; { $n } giliran bicara tidak bertuan lagi
}{ $notes ->
    [0] { "" }
   *[other] ; { $notes } ringkasan dan alasan sel kosong ikut terhapus
}{ $checks ->
    [0] { "" }
   *[other] ; { $checks } member check ikut terhapus
}{ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-withdraw = Mengunci keterangan { $name } karena persetujuan ditarik{ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor masih memuatnya
}
step-restore-consent = Membuka kembali keterangan { $name }
step-purge = Menghapus keterangan { $name } untuk selamanya
step-group-new = Menambah kelompok { $name }
step-group-rename = Mengganti nama kelompok { $from } menjadi { $to }
step-group-order = Memindahkan kelompok { $name }
step-group-delete = Menghapus kelompok { $name }{ $n ->
    [0] { "" }
   *[other] ; { $n } informan tanpa kelompok
}{ $notes ->
    [0] { "" }
   *[other] ; { $notes } ringkasan dan alasan sel kosong ikut terhapus
}
step-attribute-new = Menambah ciri { $name }
step-attribute = Mengubah ciri { $name }
step-attribute-order = Memindahkan ciri { $name }
step-attribute-delete = Menghapus ciri { $name }{ $n ->
    [0] { "" }
   *[other] {" "}dengan { $n } isian
}
step-attribute-value = Mengisi ciri { $name } untuk { $what }
step-assign = Menetapkan { $what } sebagai keterangan { $name } ({ $n } giliran bicara, { $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-assign-researcher = Menetapkan { $what } sebagai kata-kata peneliti ({ $n } giliran bicara, { $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-assign-other = Melepas { $what } dari informan ({ $n } giliran bicara, { $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-assign-turns = Menetapkan { $n } giliran bicara sebagai keterangan { $name } ({ $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-assign-turns-researcher = Menetapkan { $n } giliran bicara sebagai kata-kata peneliti ({ $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-assign-turns-other = Melepas { $n } giliran bicara dari informan ({ $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}

## Galat.
error-informant-gone = Informan itu sudah tidak ada. Pilih informan lain.
error-informant-nameless = Informan memerlukan kode, misalnya G3. Isi kodenya, lalu simpan lagi.
error-informant-same = Kode { $name } sudah dipakai informan lain. Pakai kode lain, atau gabungkan keterangannya dengan menetapkan sumber data ke { $name }.
error-withdrawn = { $name } menarik persetujuannya, jadi keterangannya terkunci dan tidak dapat dipindahkan. Batalkan penarikan itu dulu bila keliru, atau hapus keterangannya untuk selamanya.
error-locked = Bagian itu memuat kata-kata { $name } di { $source }, yang menarik persetujuannya. Kata-kata itu terkunci; pilih bagian lain.
error-not-withdrawn = { $name } tidak menarik persetujuannya, jadi keterangannya tidak dihapus untuk selamanya. Catat penarikannya dulu.
error-purge-code = Kode yang diketik bukan { $name }, jadi tidak ada yang dihapus. Ketik { $name } untuk menghapus keterangannya untuk selamanya.
error-group-gone = Kelompok itu sudah tidak ada. Pilih kelompok lain.
error-group-nameless = Kelompok memerlukan nama. Isi namanya, lalu simpan lagi.
error-group-same = Nama { $name } sudah dipakai kelompok lain. Pakai nama lain.
error-group-last = { $name } adalah kelompok terakhir, jadi tidak dihapus. Tambahkan kelompok lain dulu, atau ganti namanya.
error-attribute-gone = Ciri itu sudah tidak ada. Pilih ciri lain.
error-attribute-nameless = Ciri memerlukan nama, misalnya Kelas. Isi namanya, lalu simpan lagi.
error-attribute-same = Nama { $name } sudah dipakai ciri lain. Pakai nama lain.
error-attribute-choices = Ciri { $name } berupa pilihan, tetapi belum ada pilihannya. Isi sedikitnya satu.
error-attribute-value = { $kind ->
    [number] { $value } bukan angka, jadi { $name } tidak diisi. Ketik angka seperti 12 atau 3,5.
    [date] { $value } bukan tanggal, jadi { $name } tidak diisi. Ketik tanggal seperti 2025-02-12.
   *[choice] { $value } tidak ada dalam pilihan { $name }. Pilih salah satu: { $choices }.
}
error-attribute-misfits = { $kind ->
    [number] { $n } isian { $name } bukan angka, antara lain { $value }. Ubah isian itu dulu.
    [date] { $n } isian { $name } bukan tanggal, antara lain { $value }. Ubah isian itu dulu.
   *[choice] { $n } isian { $name } tidak ada dalam pilihan baru, antara lain { $value }. Tambahkan ke pilihan, atau ubah isian itu dulu.
}
error-no-label = Tidak ada giliran bicara berlabel { $name }. Periksa labelnya dalam transkrip.
error-no-turn = Giliran bicara itu sudah tidak ada. Pilih giliran lain.
error-nobody-speaks = Di { $name } hanya peneliti yang berbicara. Tetapkan gilirannya satu per satu, atau menurut label.

## Terkunci dan menurut ciri.
left-out-withdrawn = Tidak dihitung: terkunci karena informan menarik persetujuannya
compare-left-out-withdrawn = { $n } segmen terkunci karena persetujuan ditarik
compare-by-attribute = Ciri
lookup-unknown-attribute = Tidak ada ciri “{ $name }”. Tambahkan dengan emaslim informant PROYEK attribute add.
lookup-nearest-attribute = Tidak ada ciri “{ $name }”. Yang mirip: { $nearest }.
lookup-ambiguous-attribute = Ada beberapa ciri bernama “{ $name }”. Sebut salah satu menurut id-nya: { $candidates }.

## Baris perintah.
cli-help-informant = Menambah dan mengubah informan, kelompok, ciri, dan persetujuan
cli-help-informant-set = Menambah informan, atau mengubah datanya dalam satu langkah
cli-help-informant-withdraw = Mencatat bahwa persetujuan ditarik; keterangannya terkunci seketika
cli-help-informant-restore = Membatalkan penarikan persetujuan
cli-help-informant-purge = Menghapus keterangan informan yang menarik persetujuannya untuk selamanya; tidak dapat diurungkan
cli-help-informant-delete = Menghapus informan; giliran bicaranya tidak bertuan lagi
cli-help-informant-places = Mendaftar semua tempat keterangan seorang informan berada
cli-help-informant-group = Mengatur kelompok informan
cli-help-informant-group-add = Menambah kelompok
cli-help-informant-group-rename = Mengganti nama kelompok
cli-help-informant-group-move = Memindahkan kelompok ke urutan lain
cli-help-informant-group-delete = Menghapus kelompok; informannya menjadi tanpa kelompok
cli-help-informant-group-list = Mendaftar kelompok
cli-help-informant-attribute = Mengatur ciri informan, yaitu kolom sendiri
cli-help-informant-attribute-add = Menambah ciri
cli-help-informant-attribute-set = Mengubah nama, jenis, atau pilihan ciri
cli-help-informant-attribute-move = Memindahkan ciri ke urutan lain
cli-help-informant-attribute-delete = Menghapus ciri beserta isiannya
cli-help-informant-attribute-list = Mendaftar ciri
cli-help-assign = Menetapkan milik siapa kata-kata sebuah sumber data, label, atau giliran bicara
cli-arg-informant-code = Kode baru informan
cli-arg-informant-group = Kelompoknya, atau none
cli-arg-key = Informan kunci
cli-arg-additional = Informan tambahan
cli-arg-informant-description = Kedudukannya dalam beberapa kata
cli-arg-pseudonym = Nama samaran untuk yang diserahkan
cli-arg-child = Anak; perlu persetujuan orang tua atau wali
cli-arg-adult = Bukan anak
cli-arg-consent = Bentuk persetujuan
cli-arg-consent-date = Tanggal persetujuan, YYYY-MM-DD
cli-arg-guardian = Orang tua atau wali yang menyetujui
cli-arg-assent = Apakah anak itu sendiri setuju
cli-arg-scope = Cakupan persetujuan, dipisah koma
cli-arg-informant-attribute = Isian ciri; dapat diulang; NAMA= mengosongkan
cli-arg-yes-purge = Kode informan itu sekali lagi, sebagai penegasan
cli-arg-group-name = Nama kelompok
cli-arg-position = Urutan, mulai dari 1
cli-arg-attribute = Nama ciri
cli-arg-attribute-name = Nama ciri
cli-arg-attribute-new-name = Nama baru ciri
cli-arg-attribute-kind = Jenis isian: text, number, date, atau choice
cli-arg-choices = Pilihan, dipisah koma
cli-arg-words-of = Sumber data, id sebuah giliran bicara, atau all bersama --label
cli-arg-speaker = Kode informan, researcher (peneliti), atau other (orang lain)
cli-arg-speaker-label = Hanya giliran bicara di belakang label ini
cli-column-kind = Jenis
cli-column-choices = Pilihan
cli-usage-attribute = { $value } bukan NAMA=ISIAN. Tulis misalnya --attribute "Kelas=VIII C".
attribute-kind-text = kata-kata
attribute-kind-number = angka
attribute-kind-date = tanggal
attribute-kind-choice = pilihan
informant-lacks-guardian = { $name } adalah anak dan belum ada persetujuan orang tua atau walinya. Catat siapa yang menyetujui dan bagaimana.

## Di mana keterangan seorang informan berada.
occurrence-source = Sumber data { $what } ({ $n } giliran bicara; tidak ada informan lain di dalamnya)
occurrence-part = Sumber data { $what } ({ $n } giliran bicara; ada informan lain di dalamnya)
occurrence-segment = Segmen { $what }
occurrence-coding = { $n } koding pada segmen itu
occurrence-memo = { $n } catatan pada informan, segmen, atau koding itu
occurrence-quoted = Dikutip dalam { $n } tulisan peneliti ({ $what })
occurrence-export = Ekspor { $what }
occurrence-backup = Cadangan { $what }
occurrence-copy = Salinan proyek { $what }
occurrences-none = Keterangan informan ini tidak ada di mana pun dalam proyek.
purged-counts = Dihapus: { $sources } sumber data seluruhnya; ditutup di { $painted } sumber data bersama informan lain; dibersihkan dari { $texts } tulisan peneliti; { $backups } cadangan lama dihapus dan satu yang baru dibuat.
purged-copy = Salinan ini masih memuatnya; hapus sendiri: { $path }
purged-elsewhere = Yang pernah disimpan, dikirim, atau dicetak di tempat lain tidak terjangkau program. Hapus juga di sana.
purged-unfinished = Sisa-sisanya baru hilang setelah semua jendela pada proyek ini ditutup dan proyek dibuka sekali lagi.

## Jendela.
people-add = Tambah informan
people-add-title = Informan baru
people-code-hint = misalnya G3
people-position-hint = misalnya Guru IPA kelas VIII
people-key = Informan kunci
people-group = Kelompok
people-child = Anak (perlu persetujuan wali)
people-pseudonym = Samaran
people-groups = Atur kelompok
people-group-name = Nama kelompok { $name }
people-group-new = Kelompok baru
people-group-hint = misalnya Orang tua
people-group-add = Tambah kelompok
people-group-delete = Hapus kelompok { $name }
people-group-up = Naikkan kelompok { $name }
people-group-down = Turunkan kelompok { $name }
people-group-last = Kelompok terakhir tidak dapat dihapus
people-attributes = Ciri
people-attributes-none = Belum ada ciri. Tambahkan kolom sendiri, misalnya Kelas.
people-attribute-new = Tambah
people-attribute-new-title = Tambah ciri
people-attribute-title = Ubah ciri
people-attribute-edit = Ubah ciri { $name }
people-attribute-name = Nama ciri
people-attribute-hint = misalnya Kelas
people-attribute-kind = Jenis isian
people-attribute-choices = Pilihan, satu pada tiap baris
people-attribute-choices-hint = VIII A
people-attribute-add = Tambah ciri
people-attribute-save = Simpan ciri
people-attribute-delete = Hapus ciri
people-consent = Persetujuan
people-consent-kind = Bentuk
people-consent-none = Belum dicatat
people-consent-written = Tertulis
people-consent-oral = Lisan
people-consent-both = Orang tua dan siswa
people-consent-guardian = Orang tua
people-consent-no-guardian = Wali belum setuju
people-consent-withdrawn = Ditarik, terkunci
people-withdrawn-since = Persetujuan ditarik { $at }. Keterangannya terkunci: tidak dihitung, tidak ditampilkan, dan tidak diekspor.
people-guardian = Wali
people-assent = Anak setuju
people-assent-unknown = Belum dicatat
people-assent-yes = Ya
people-assent-no = Tidak
people-scope = Cakupan persetujuan
people-scope-record = Boleh direkam
people-scope-quote = Boleh dikutip
people-scope-show = Boleh diperlihatkan kepada pembimbing
people-scope-archive = Boleh diarsipkan
people-assign = Tetapkan
people-assign-here = Tetapkan kata-kata…
people-assign-menu = Tetapkan informan…
people-assign-title = Milik siapa kata-kata ini
people-assign-source = Sumber data
people-assign-all-sources = Semua sumber data
people-assign-part = Bagian
people-assign-whole = Semua yang dikatakan, kecuali oleh peneliti
people-assign-label = Giliran bicara berlabel { $label }
people-assign-turns = Giliran bicara tertentu
people-assign-turn = Baris { $line } · { $label }: { $words }
people-assign-to = Tetapkan kepada
people-assign-researcher = Peneliti
people-assign-other = Orang lain, bukan informan
people-places = Di mana saja keterangannya…
people-places-title = Di mana keterangan { $name } berada
people-withdraw = Catat persetujuan ditarik
people-restore = Batalkan penarikan
people-purge-menu = Hapus untuk selamanya…
people-purge-title = Hapus keterangan { $name } untuk selamanya
people-purge-about = Semua kata-kata { $name } hilang dari proyek ini, riwayatnya, berkas aslinya, dan cadangannya. Ini tidak dapat diurungkan, dan langkah-langkah sebelumnya tidak dapat diurungkan lagi.
people-purge-type = Ketik { $name } untuk menegaskan
people-purge-drafts = Ada yang sedang diketik dan belum disimpan. Simpan atau buang dulu, karena mungkin memuat kata-katanya.
people-purge = Hapus untuk selamanya
people-delete = Hapus informan
coding-locked = Terkunci: { $name } menarik persetujuannya. Kata-katanya tidak ditampilkan, dihitung, atau diekspor.
coding-locked-part = Sebagian terkunci: { $name } menarik persetujuannya. Kata-katanya, dan segmen yang memuatnya, tidak ditampilkan, dihitung, atau diekspor.
people-assign-choose = Pilih…
command-add-informant = Tambah informan…
    .tip = Catat informan baru beserta kelompoknya
command-groups = Atur kelompok…
    .tip = Tambah, ganti nama, urutkan, atau hapus kelompok informan
command-exported = Ekspor yang pernah dibuat…
    .tip = Lihat berkas yang pernah diekspor dan mana yang tidak berlaku lagi
exported-title = Ekspor yang pernah dibuat
exported-none = Belum ada yang diekspor dari proyek ini.
exported-outdated-all = { $n } ekspor tidak berlaku lagi: penuturnya, kodenya, atau persetujuannya sudah berubah. Ekspor ulang sebelum dipakai.
exported-current = { $at }, { $name }
exported-outdated = { $at }, { $name } · tidak berlaku lagi
