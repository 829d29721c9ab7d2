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

role-beside = Yang di samping kolom
role-beside-close = Tutup panel
    .tip = Tutup (Esc)
role-ladder = Penilaian
role-findings = Temuan { $n }
role-unlink = Lepas { $citation }

ladder-quotations = Kutipan
ladder-summaries = Ringkasan
ladder-result = Hasil triangulasi
ladder-conclusion = Simpulan
ladder-evaluation = Evaluasi peran
ladder-done = selesai
ladder-no-quotations = belum ada
ladder-directed = { $n } segmen, semua berarah
ladder-undirected = { $n } segmen, { $missing } belum berarah
ladder-written = { $silent ->
    [0] { $n } dari { $all } ditulis
   *[other] { $n } ditulis, { $silent } senyap
}
ladder-with-reason = wajib beralasan
ladder-nothing = Belum ada kutipan yang menjadi bukti.
ladder-accept = Terima saran
ladder-again = Periksa lagi: bukti berubah sejak hasil ini dipilih.
ladder-holds = Hasil ini tetap berlaku
ladder-take-back = Tekan lagi untuk menarik kembali
ladder-silent = Senyap: { $sides }
ladder-no-silent = Tidak ada pihak yang senyap
ladder-silent-heading = Pihak yang tidak memberi keterangan
ladder-summary = Ringkasan
ladder-summary-of = Ringkasan { $column }
ladder-summary-hint = Satu kalimat: apa kata pihak ini?
ladder-conclusion-hint = Apa yang dapat disimpulkan dari baris ini?
ladder-unwritten = Belum tersimpan
ladder-reason = Alasan evaluasi
ladder-reason-hint = Mengapa dinilai demikian?
ladder-key = Bukti kunci
ladder-add = Tambah
ladder-miss-value = Belum tersimpan: pilih optimal, cukup, atau belum optimal.
ladder-miss-reason = Belum tersimpan: tulis alasannya.
ladder-miss-quotation = Belum tersimpan: tambahkan sedikitnya satu kutipan sebagai bukti kunci.
ladder-remove-evaluation = Hapus evaluasi
ladder-evaluated = { $value }, { $n } bukti kunci

reason-change = Ubah alasan senyap
reason-change-of = Ubah alasan senyap { $column }
reason-compute = Kembalikan ke yang dihitung
reason-said = Ditetapkan oleh { $coder }, { $when }.
reason-not-coded = Sumber data pihak ini belum selesai dikodekan.
reason-not-mentioned = { $n } pertanyaan peneliti menyinggung kode ini, jawabannya tidak.
reason-not-asked = Sumber datanya selesai dikodekan, dan tidak ada pertanyaan tentang kode ini.
reason-heading = Alasan senyap: { $column }
reason-citation = Kutipan yang menunjukkannya
reason-citation-hint = W.S3 baris 28
reason-citation-about = Rujukan seperti dalam skripsi. Boleh kosong.
reason-context = Atau pilih dari kutipan konteks:
reason-keep = Simpan alasan
reason-unreadable = Rujukan itu tidak menunjuk ke baris mana pun. Tulis sumber dan barisnya, misalnya W.S3 baris 28.

finding-empty = Belum ada temuan di sini. Temuan adalah pernyataan dengan kata-kata Anda sendiri, dan kutipan adalah buktinya.
finding-write = Tulis temuan
finding-how = Kaitkan kutipan: seret ke temuan, atau tekan F pada kutipan.
finding-claim = Pernyataan temuan
finding-claim-hint = Apa yang Anda temukan? Satu kalimat.
finding-keep = Simpan temuan
finding-keep-tip = Simpan temuan (Ctrl Enter)
finding-under = Di bawah kode
finding-edited = Selesai mengubah
finding-fold = Lipat
finding-unfold = Buka: bukti satu per satu dan member check
finding-menu = Tindakan untuk temuan { $claim }
finding-change = Ubah temuan
finding-up = Naikkan
finding-down = Turunkan
finding-check = Member check…
finding-delete = Hapus temuan
finding-no-evidence = Belum ada bukti.
finding-direction = Arah { $citation } terhadap temuan: { $direction }

check-heading = Member check
check-add = Tambah member check…
check-informant = Informan
check-state = Keadaan
check-date = Tanggal
check-date-hint = 3 Maret 2025
check-note = Catatan
check-note-hint = Apa kata informan?
check-keep = Simpan

link-heading = Kaitkan dengan temuan
link-direction = Arah bukti terhadap temuan
link-hint = Cari temuan atau tulis yang baru
link-empty = Belum ada temuan di bawah peran ini. Ketik pernyataannya untuk menulis yang pertama.
link-new = Temuan baru: { $claim }
link-linked = terkait
link-under-none = Pilih kode
link-go = Kaitkan
link-tip = Kaitkan (Enter)

coding-findings = Temuan
coding-link = Kaitkan
coding-no-finding = Kutipan ini belum menjadi bukti suatu temuan.
coding-unlink = Lepas dari temuan { $claim }
coding-show-role = Tampilkan di Triangulasi

keys-role = Satu peran
key-finding = Kaitkan kutipan atau kata terpilih dengan temuan
    .key = F
key-role-step = Peran sebelumnya, berikutnya
    .key = Alt ↑, Alt ↓
key-role-quotation = Baca kutipan dalam konteksnya
    .key = Spasi
key-role-go = Buka kutipan di Koding
    .key = Enter
key-role-link = Kaitkan kutipan dengan temuan
    .key = F
key-role-keep = Simpan yang ditulis
    .key = Ctrl Enter
key-role-back = Tutup konteks, lalu kembali ke matriks
    .key = Esc

finding-warning-one_informant = Hanya satu informan
finding-warning-one_technique = Hanya satu teknik
finding-warning-only_principal = Hanya kepala sekolah tentang dirinya sendiri
finding-warning-unresolved = Bertentangan, belum ada simpulan
