# Triangulasi: matriks, panel kutipan satu sel, dan yang tidak dihitung.

compare-rows = Baris
compare-rows-roles = Peran
compare-rows-codes = Kode dan indikator
compare-rows-role = Peran
compare-rows-code = Kode
compare-rows-finding = Temuan
compare-rows-findings = Temuan
compare-by = Kolom
compare-by-group = Kelompok informan
compare-by-technique = Teknik
compare-by-informant = Informan
compare-by-source = Sumber data
compare-export = Ekspor tabel
    .tip = Ke Laporan, dengan baris dan kolom yang sama
compare-result = Hasil triangulasi
compare-indicators = { $n } indikator
compare-counts = { $who } · { $segments }
compare-cite = { $source } b.{ $line }

compare-cell = { $row }, { $column }: { $counts }
compare-cell-empty = { $row }, { $column }: { $reason }

compare-suggested = Saran: { $verdict }
compare-suggested-agreement = sesuai
compare-suggested-partial = sesuai sebagian
compare-suggested-silence = senyap
compare-suggested-dissonance = bertentangan
compare-undirected-go = Lengkapi arah
compare-no-direction = Tanpa arah bukti

compare-left-out = Tidak dihitung dalam tabel ini:
compare-left-out-no-informant = { $n } segmen observasi dan dokumen tidak milik informan mana pun
compare-left-out-context = { $n } segmen konteks, bukan bukti
compare-left-out-researcher = { $n } segmen kata-kata peneliti
compare-left-out-title = Tidak dihitung

compare-drawer-close = Tutup kutipan
    .tip = Tutup (Esc)
compare-drawer-previous = Kutipan sel sebelumnya
compare-drawer-next = Kutipan sel berikutnya
compare-quote = { $citation }, { $direction }: { $words }
compare-quote-plain = { $citation }: { $words }
compare-more = Tampilkan { $n } lagi
compare-quote-tip = Baca dalam konteksnya
compare-line-date = { $citation }, { $date }

compare-empty = Matriks terisi sendiri begitu ada kutipan berkode.
compare-empty-rows = Belum ada kode berjenis peran. Pilih baris Kode untuk melihat semua kode.
compare-empty-go = Buka Koding
compare-facts = { $row } · { $column } · { $counts }

compare-by-date = Tanggal
compare-by-coder = Pengode
compare-mode = Tampilan sel
compare-mode-quotes = Kutipan
compare-mode-coverage = Cakupan
compare-negative = Kasus negatif
    .tip = Hanya kutipan yang melemahkan atau mendukung sebagian
compare-negative-none = Tidak ada yang melemahkan
compare-edge = Lebar kolom { $column }
    .tip = Tarik, atau tekan ← →. Klik ganda mengembalikan lebar semula.
compare-missing = Yang perlu digali sebelum meninggalkan lapangan
compare-missing-none = Setiap sel sudah ada buktinya
compare-missing-not-asked = { $column }: tanyakan { $rows }.
compare-missing-not-coded = { $column }: belum ada yang dikodekan untuk { $rows }.
compare-missing-not-mentioned = { $column }: sudah ditanya, tidak menyebut { $rows }.
compare-missing-dont-know = { $column }: menyatakan tidak tahu tentang { $rows }.
compare-missing-one = { $column }: baru satu dari { $total } informan bicara tentang { $rows }.
compare-counts-meaning = Jumlah segmen menunjukkan seberapa sering peneliti memberi kode, bukan seberapa penting suatu peran.
compare-quote-go = Buka di transkrip
compare-quote-tip-less = Kutipannya saja
compare-within = Dibagi
compare-within-none = Tidak
compare-within-technique = Per teknik
compare-within-group = Per kelompok
