# Triangulasi, satu peran: kepala halaman, kolom kutipan, konteks satu kutipan.

role-back = Kembali ke matriks
    .tip = Kembali ke matriks (Esc)
role-previous = Peran sebelumnya: { $role } (Alt ↑)
role-next = Peran berikutnya: { $role } (Alt ↓)
role-meaning = Yang termasuk dan tidak
role-all = Semua indikator
role-all-short = Semua
role-negative = Kasus negatif
    .tip = Hanya kutipan yang melemahkan atau mendukung sebagian
role-no-negative = Tidak ada kasus negatif di antara { $n } kutipan.
role-by = Triangulasi menurut
role-by-source = Sumber
role-by-technique = Teknik
role-by-time = Waktu
role-of-sources = sumber
role-of-techniques = teknik
role-of-times = waktu
role-facts = { $row } · triangulasi { $axis }
role-silent = senyap
role-context = Konteks, bukan bukti
role-quote-tip = Klik: baca dalam konteksnya. Enter: buka di Koding.

role-passage-close = Tutup konteks
    .tip = Tutup (Esc)
role-passage-go = Buka di Koding
    .tip = Buka di Koding (Enter pada kutipan)
passage-before = Baris sebelumnya
passage-behind = Baris berikutnya
passage-gone = Kutipan ini tidak ada lagi.
