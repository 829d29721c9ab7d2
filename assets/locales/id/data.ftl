# The place Data.

data-tab-sources = Sumber data
data-tab-informants = Informan
data-import = Impor berkas…
data-path = Ketik jalur berkas…
data-drop = Tarik dokumen Word, ODT, RTF, HTML, Markdown, subtitel, berkas teks, atau folder ke sini, atau tekan Impor berkas.
data-empty = Belum ada sumber data. Mulai dari satu transkrip wawancara.
data-empty-informants = Informan dikenali dari penutur saat impor.
data-no-group = Tanpa kelompok

data-column-code = Kode
data-column-name = Nama
data-column-technique = Teknik
data-column-informants = Informan
data-column-groups = Kelompok
data-column-date = Tanggal
data-column-place = Tempat
data-column-lines = Baris
data-column-segments = Segmen
data-column-position = Kedudukan
data-column-standing = Peran informan
data-column-sources = Sumber
standing-key = Kunci
standing-additional = Tambahan

data-facts-sources = { $n } sumber data · { $lines } baris
data-facts-informants = { $n } informan dalam { $groups } kelompok

data-choose-source = Pilih sumber data untuk melihat rinciannya.
data-choose-informant = Pilih informan untuk melihat rinciannya.
data-open = Buka di Koding
data-setting = Keadaan
data-turns = Giliran bicara
data-researcher = peneliti
data-original = Berkas asli
data-codes = Kode di sumber ini
data-no-codes = Belum ada segmen berkode.
data-note = Catatan
