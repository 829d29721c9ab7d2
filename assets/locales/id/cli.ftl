# Baris perintah: bantuan, jawaban, dan apa yang keliru.

cli-about = Meja kerja penelitian kualitatif: mengode wawancara, observasi, dan dokumen, lalu mentriangulasikannya. Tanpa perintah, jendelanya dibuka.
cli-heading-usage = Pemakaian
cli-heading-commands = Perintah
cli-heading-arguments = Isian
cli-heading-options = Pilihan

cli-help-demo = Buat studi contoh yang sudah dikode, cetak matriksnya, tulis ekspornya, lalu buka jendela
cli-help-new = Buat proyek
cli-help-import = Impor berkas teks atau folder; tiap berkas satu langkah yang dapat diurungkan
cli-help-sources = Daftar sumber data
cli-help-informants = Daftar informan
cli-help-codes = Daftar kode dalam buku kode
cli-help-codings = Daftar kutipan berkode
cli-help-text = Cetak teks sumber data apa adanya
cli-help-code = Pasang kode pada kutipan, atau banyak kode sekaligus
cli-help-uncode = Lepas koding
cli-help-compare = Sandingkan tiap pihak: berapa segmen yang mereka sampaikan tentang tiap peran atau kode
cli-help-export = Tulis kutipan atau matriks triangulasi ke berkas
cli-help-undo = Urungkan langkah terakhir
cli-help-redo = Ulangi langkah yang terakhir diurungkan
cli-help-history = Daftar langkah, yang terbaru lebih dulu
cli-help-check = Periksa berkas, riwayat, dan tiap kutipan terhadap teksnya

cli-arg-project = Berkas proyek (.emaslim)
cli-arg-lang = Bahasa: id atau en; untuk proyek baru juga bahasa buku kodenya, untuk ekspor bahasa judul kolomnya
cli-arg-help = Tampilkan bantuan ini
cli-arg-version = Tampilkan versi
cli-arg-into = Folder tempat membuatnya; folder sementara yang baru bila tidak disebut
cli-arg-no-window = Jangan buka jendela
cli-arg-codebook = Buku kode awal: emaslim, empty, atau berkas JSON
cli-arg-paths = Berkas teks atau folder
cli-arg-technique = interview, observation, atau document
cli-arg-informant = Kode informan, misalnya KS atau G1
cli-arg-group = Kelompok informan: principal, teacher, student, …
cli-arg-date = Tanggal pengumpulan, YYYY-MM-DD
cli-arg-place = Tempat pengumpulan
cli-arg-dry-run = Tampilkan apa yang akan diimpor tanpa mengubah apa pun
cli-arg-json = Jawab dalam JSON, untuk skrip
cli-arg-source = Sumber data menurut id, nama, atau kode singkatnya
cli-arg-code = Kode menurut id, nama, atau kode singkatnya
cli-arg-coder = Nama pengode
cli-arg-direction = Arah bukti: supports, partly, weakens, atau context; pada daftar juga null
cli-arg-lines = Hanya baris ini, misalnya 45-48; baris dihitung dari 1
cli-arg-quote = Kutipannya, huruf demi huruf
cli-arg-quote-file = Berkas teks yang berisi kutipannya
cli-arg-range = Titik kode dari 0, ujung akhir tidak termasuk, misalnya 120..180
cli-arg-from = Berkas koding seperti cetakan codings --json; - membaca masukan standar
cli-arg-nth = Kemunculan keberapa, bila kutipannya muncul beberapa kali
cli-arg-memo = Memo pada koding
cli-arg-coding = Koding menurut id atau akhir id-nya
cli-arg-rows = Isi baris: roles atau codes
cli-arg-by = Isi kolom: group, informant, technique, source, date, atau coder
cli-arg-what = Yang diekspor: excerpts atau comparison
cli-arg-format = csv, xlsx, atau json
cli-arg-output = Berkas tujuan
cli-arg-limit = Paling banyak sekian langkah

cli-usage-unknown = “{ $word }” tidak dikenal di sini. Lihat emaslim --help.
cli-usage-unknown-near = “{ $word }” tidak dikenal di sini. Maksud Anda { $near }?
cli-usage-command = Tidak ada perintah “{ $word }”. Lihat daftar perintah dengan emaslim --help.
cli-usage-missing = Ada yang kurang: { $what }. Tambahkan --help pada perintah untuk melihat isiannya.
cli-usage-conflict = { $word } tidak dapat dipakai bersama { $other }. Pakai salah satu saja.
cli-usage-choice = “{ $value }” bukan nilai untuk { $argument }. Pilih salah satu: { $choices }.
cli-usage-value-missing = { $argument } memerlukan nilai. Tambahkan --help pada perintah untuk melihatnya.
cli-usage-value = “{ $value }” bukan nilai untuk { $argument }. Tambahkan --help pada perintah untuk melihat penulisannya.
cli-usage-letters = Ada kata yang bukan UTF-8. Simpan kata itu dalam berkas, lalu pakai --quote-file.
cli-usage-other = Perintah tidak dipahami. Lihat daftar perintah dan pilihannya dengan emaslim --help.
cli-usage-narrow = Matriks tidak dapat disaring menurut kode, kelompok, dan sejenisnya. Hilangkan pilihan itu, atau ekspor kutipan.
cli-usage-pair = { $what } tidak dapat diekspor sebagai { $format }. Pilih salah satu: { $pairs }.

cli-project-missing = Tidak ada proyek atau perintah { $path }. Periksa namanya, atau buat proyek dengan emaslim new; daftar perintah ada di emaslim --help.
cli-window-none = Tidak ada layar untuk jendela di sini. Jalankan di komputer yang berlayar, atau pakai perintah; daftarnya ada di emaslim --help.
cli-window-failed = Jendela tidak dapat dibuka ({ $why }). Jalankan di komputer yang berlayar, atau pakai perintah; daftarnya ada di emaslim --help.
cli-file-unreadable = Berkas tidak dapat dibaca ({ $why }). Periksa namanya, lalu coba lagi: { $path }
cli-file-letters = Berkas bukan teks UTF-8. Simpan sebagai UTF-8, lalu coba lagi: { $path }
cli-folder-failed = Folder tidak dapat ditulisi ({ $why }). Sebut folder lain dengan --into: { $path }
cli-output-failed = Jawaban tidak dapat ditulis ({ $why }). Kosongkan ruang atau pilih tempat lain, lalu coba lagi.
cli-from-not-json = Baris { $line }, kolom { $column } tidak terbaca sebagai koding. Berikan berkas seperti cetakan codings --json: { $path }
cli-from-empty = Tidak ada koding dalam berkas ini. Berikan berkas seperti cetakan codings --json: { $path }
cli-from-entry = Tidak ada yang dikode, karena entri { $number }: { $why }

cli-created = Dibuat dengan { $codes } kode: { $path }
cli-nothing-changed = Tidak ada yang diubah: sudah demikian.
cli-undone = Diurungkan: { $what }
cli-redone = Diulangi: { $what }
cli-nothing-to-undo = Tidak ada yang dapat diurungkan. Lihat riwayat dengan emaslim history.
cli-nothing-to-redo = Tidak ada yang dapat diulangi. Hanya langkah yang terakhir diurungkan dapat diulangi.
cli-step-undone = { $what } (diurungkan)
cli-check-well = Semua benar: { $quotations } kutipan dan { $steps } langkah diperiksa.
cli-check-wrong = { $n } hal tidak benar. Lanjutkan bekerja pada salinan dan biarkan berkas ini apa adanya: { $path }

cli-imported = { $name }: { $technique }, { $informants }, { $date }, { $lines }
cli-import-nobody = tanpa informan
cli-import-undated = tanpa tanggal
cli-import-would = Tidak ada yang diubah; tanpa --dry-run semua ini akan diimpor.

cli-column-source = Sumber data
cli-column-technique = Teknik
cli-column-informants = Informan
cli-column-date = Tanggal
cli-column-lines = Baris
cli-column-segments = Segmen
cli-column-codings = Koding
cli-column-informant = Informan
cli-column-description = Keterangan
cli-column-group = Kelompok
cli-column-standing = Kedudukan
cli-column-sources = Sumber data
cli-column-code = Kode
cli-column-name = Nama
cli-column-coding = Koding
cli-column-citation = Rujukan
cli-column-direction = Arah bukti
cli-column-quote = Kutipan
cli-column-when = Waktu
cli-column-coder = Pengode
cli-column-what = Langkah
cli-column-suggestion = Saran
cli-standing-key = kunci
cli-standing-additional = tambahan

cli-suggested-silent = { $verdict }; senyap: { $columns }
cli-left-out = { $reason }: { $segments }
cli-exported = Ditulis, { $n } baris: { $path }
cli-export-onto-project = Ekspor itu akan menimpa proyeknya sendiri. Sebut berkas lain dengan -o: { $path }

cli-demo-folder = Studi contoh di { $path }
cli-demo-counts = { $segments } kutipan, { $codings } koding
cli-demo-written = Ekspor ditulis: { $files }
cli-demo-no-window = Tidak ada layar untuk jendela di sini; studi contoh dapat dipakai dari baris perintah.
sample-stopped = Studi contoh tidak dibuat karena dihentikan. Mulai lagi kapan saja.
sample-damaged = Studi contoh di dalam program ini rusak. Pasang ulang programnya.

cli-panic = Emaslim harus berhenti karena kesalahannya sendiri; semua sampai langkah terakhir tersimpan. Mohon kirim laporan ini kepada pembuatnya: { $path }
cli-panic-unwritten = Emaslim harus berhenti karena kesalahannya sendiri; semua sampai langkah terakhir tersimpan. Mohon sampaikan kepada pembuatnya apa yang Anda lakukan.

lookup-unknown-source = Tidak ada sumber data “{ $name }”. Lihat daftarnya dengan emaslim sources.
lookup-unknown-code = Tidak ada kode “{ $name }”. Lihat daftarnya dengan emaslim codes.
lookup-unknown-informant = Tidak ada informan “{ $name }”. Lihat daftarnya dengan emaslim informants.
lookup-unknown-group = Tidak ada kelompok “{ $name }”. Lihat daftarnya dengan emaslim informants.
lookup-unknown-coder = Tidak ada pengode “{ $name }”. Namanya tercantum pada emaslim codings --json.
lookup-unknown-coding = Tidak ada koding “{ $name }”. Lihat daftarnya dengan emaslim codings.
lookup-nearest-source = Tidak ada sumber data “{ $name }”. Yang mirip: { $nearest }.
lookup-nearest-code = Tidak ada kode “{ $name }”. Yang mirip: { $nearest }.
lookup-nearest-informant = Tidak ada informan “{ $name }”. Yang mirip: { $nearest }.
lookup-nearest-group = Tidak ada kelompok “{ $name }”. Yang mirip: { $nearest }.
lookup-nearest-coder = Tidak ada pengode “{ $name }”. Yang mirip: { $nearest }.
lookup-nearest-coding = Tidak ada koding “{ $name }”. Yang mirip: { $nearest }.
lookup-ambiguous-source = Ada beberapa sumber data bernama “{ $name }”. Sebut salah satu menurut id-nya: { $candidates }.
lookup-ambiguous-code = Ada beberapa kode bernama “{ $name }”. Sebut salah satu menurut id-nya: { $candidates }.
lookup-ambiguous-informant = Ada beberapa informan bernama “{ $name }”. Sebut salah satu menurut id-nya: { $candidates }.
lookup-ambiguous-group = Ada beberapa kelompok bernama “{ $name }”. Sebut salah satu menurut id-nya: { $candidates }.
lookup-ambiguous-coder = Ada beberapa pengode bernama “{ $name }”. Sebut salah satu menurut id-nya: { $candidates }.
lookup-ambiguous-coding = Ada beberapa koding yang berakhir “{ $name }”. Sebut id lengkapnya: { $candidates }.
lookup-quote-empty = Kutipannya kosong. Berikan kutipan atau rentangnya.
lookup-quote-missing = Kutipan itu tidak ada dalam sumber data ini. Salin dari teksnya, huruf demi huruf.
lookup-quote-near = { $n ->
    [one] Kutipan itu tidak ada huruf demi huruf. Yang hampir sama ada pada baris { $lines }; salin dari sana.
   *[other] Kutipan itu tidak ada huruf demi huruf. Yang hampir sama ada pada baris { $lines }; salin dari salah satunya.
}
lookup-quote-repeated = Kutipan itu muncul { $n } kali, pada baris { $lines }. Pilih dengan --nth, atau kutip lebih panjang.
lookup-quote-nth = Tidak ada kemunculan ke-{ $nth }: kutipan itu muncul { $n } kali, pada baris { $lines }. Pilih salah satunya dengan --nth.
lookup-range-beyond = Rentang { $range } melewati akhir teks, yang panjangnya { $length } karakter. Berikan rentang di dalamnya.
lookup-range-empty = Rentang { $range } tidak berisi apa pun. Akhirnya harus di belakang awalnya.
lookup-line-beyond = Tidak ada baris { $line }: teks itu terdiri atas { $n } baris. Baris dihitung dari 1.
