# The frame of the window.

place-data = Data
place-coding = Koding
place-compare = Triangulasi
place-report = Laporan
place-settings = Setelan
place-history = Riwayat

command-new = Proyek baru…
command-open = Buka proyek…
command-sample = Coba studi contoh
command-close = Tutup proyek
command-save = Simpan
command-import = Impor berkas…
command-export = Buka Laporan untuk mengekspor
command-undo = Urungkan
command-redo = Ulangi
command-find = Cari dalam sumber…
command-find-next = Hasil cari berikutnya
command-find-previous = Hasil cari sebelumnya
command-go-to-line = Ke baris…
command-filter = Saring koding…
command-palette = Cari perintah
command-keys = Daftar tombol
command-zoom-in = Perbesar tampilan
command-zoom-out = Perkecil tampilan
command-zoom-reset = Tampilan 100 %
command-theme = Tukar terang dan gelap
command-language = Ganti bahasa ke Inggris

menu-project = Menu proyek
tip-step = { $command }: { $what }
palette-hint = Ketik nama perintah
palette-empty = Tidak ada perintah yang cocok.
overlay-close = Tutup


status-saved = Semua tersimpan
status-saving = Menyimpan…
status-read-only = Hanya dibaca; perubahan tidak disimpan
status-nothing-to-save = Semua sudah tersimpan; tidak perlu menyimpan sendiri.
status-nothing-to-undo = Tidak ada yang dapat diurungkan.
status-nothing-to-redo = Tidak ada yang dapat diulangi.
status-changed-outside = Proyek diubah dari luar jendela ini dan sudah dibaca ulang.
status-undone = Diurungkan: { $what }
status-redone = Diulangi: { $what }
status-copied = Disalin.
status-cancel = Batal
status-details = Rincian
details-copy = Salin rincian
read-only = Hanya dibaca

busy-import = Mengimpor { $done } dari { $total } – { $what } ({ $percent } %)
busy-sample = Menyiapkan studi contoh: { $done } dari { $total }

import-none = Tidak ada berkas yang diimpor.
import-one = { $name } diimpor.
import-several = { $n } sumber data diimpor.
import-refused = { $what } { $n } berkas ditolak.
import-cancelled = Impor dihentikan; { $n } sumber data sudah masuk.

dialog-open = Buka proyek
dialog-import = Impor berkas
dialog-unseen-save = Jendela simpan tidak muncul di sistem ini. Ketik tempat dan nama berkasnya di bawah tombol Ekspor, lalu tekan Tulis.
dialog-files-project = Proyek Emaslim

coder-acts = Pengode: { $name }
coder-unnamed = Peneliti
device-unnamed = komputer ini
sample-file = Studi contoh
language-id = Bahasa Indonesia
language-en = English

new-title = Proyek baru
new-name = Judul penelitian
new-name-hint = misalnya Supervisi dan kesenjangan, SMPN 31
new-folder = Folder
new-codebook = Buku kode
new-codebook-emaslim = EMASLIM
new-codebook-empty = Kosong
new-language = Bahasa buku kode dan rujukan
new-place = Disimpan sebagai { $path }
new-why-not = Isi judul dan folder dahulu.
new-create = Buat proyek

path-import = Impor dari jalur berkas
    .label = Jalur berkas atau folder
    .go = Impor
path-open = Buka proyek dari jalur berkas
    .label = Jalur berkas proyek (.emaslim)
    .go = Buka proyek

error-no-thread = Pekerjaan tidak dapat dimulai: sistem kehabisan tempat. Tutup program lain, lalu coba lagi.
error-no-folder = Studi contoh tidak dapat disiapkan: folder sementara tidak dapat dibuat. Kosongkan sedikit ruang penyimpanan, lalu coba lagi.

history-empty = Belum ada langkah. Setiap perubahan akan tercatat di sini.
history-facts = { $n } langkah terakhir
