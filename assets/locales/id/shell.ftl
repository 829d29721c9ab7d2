# The window around the places.

command-help = Bantuan dan istilah
command-first-steps = Tampilkan langkah pertama

why-no-project = Buka proyek dahulu
why-busy = Tunggu pekerjaan yang sedang berjalan
why-read-only = Proyek ini hanya dibaca
why-no-drafts = Tidak ada tulisan yang tertunda

palette-open-recent = Buka { $title }
recent-missing = tidak ditemukan
recent-missing-at = Tidak ditemukan lagi di { $folder }
recent-forget = Keluarkan { $title } dari daftar

keys-commands = Di mana saja
keys-tables = Tabel dan daftar
keys-anywhere = Tombol dan formulir
key-apply = Pasang kode pada pilihan
    .key = 1–7
key-second = Lalu pilih indikatornya
    .key = 1–9
key-find = Cari kode
    .key = Enter
key-again = Ulangi kode terakhir
    .key = Q
key-direction = Ganti arah bukti
    .key = D
key-memo = Tulis catatan
    .key = M
key-memo-done = Selesai menulis catatan
    .key = Ctrl Enter
key-remove = Lepas kode
    .key = U
key-select = Pilih huruf demi huruf
    .key = Shift ←, Shift →
key-select-word = Pilih kata demi kata
    .key = Ctrl Shift ←, Ctrl Shift →
key-escape = Batalkan pilihan
    .key = Esc
key-move = Pindah baris
    .key = ↑, ↓
key-open = Buka yang terpilih
    .key = Enter
key-mark = Tambahkan ke pilihan
    .key = Shift ↓, Ctrl Spasi
key-mark-all = Pilih semua baris
    .key = Ctrl A
key-rename = Ganti nama
    .key = F2
key-delete = Hapus yang terpilih
    .key = Delete
key-menu = Menu tindakan
    .key = Shift F10
key-cell = Pindah sel
    .key = ←, →, ↑, ↓
key-quotations = Buka kutipan sel
    .key = Enter
key-ends = Kolom pertama, kolom terakhir
    .key = Home, End
key-next = Maju, mundur
    .key = Tab, Shift Tab
key-press = Tekan yang terpilih
    .key = Enter, Spasi
key-close = Tutup yang terbuka
    .key = Esc

first-steps = Langkah pertama
first-far = { $done } dari { $n }
first-fold = Lipat langkah pertama
first-unfold = Buka langkah pertama
first-put-away = Singkirkan langkah pertama
first-open = Buka satu wawancara di Koding
first-code = Pilih satu pernyataan, lalu tekan 4 (Supervisor)
first-direct = Tetapkan arah buktinya dengan D
first-compare = Lihat Triangulasi
first-quote = Buka kutipan satu sel dengan Enter
first-export = Ekspor tabel atau kutipan dari Laporan
first-done = Semua langkah sudah dicoba. Buat proyek baru untuk data sendiri; studi contoh tetap ada.

search-commands = Cari perintah

coding-edge-left = Lebar panel sumber dan kode
coding-edge-right = Lebar panel kutipan
welcome-help = Bantuan
