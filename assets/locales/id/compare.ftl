# Triangulasi: matriks, panel kutipan satu sel, dan yang tidak dihitung.

compare-rows = Baris
compare-rows-roles = Peran
compare-rows-codes = Kode
compare-rows-role = Peran
compare-rows-code = Kode
compare-rows-finding = Temuan
compare-rows-findings = Temuan
compare-by = Kolom
compare-by-group = Kelompok informan
compare-by-technique = Teknik
compare-by-informant = Informan
compare-by-source = Sumber data
compare-export = Ekspor tabel…
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
compare-quote-tip = Buka di transkrip
compare-line-date = { $citation }, { $date }

compare-empty = Matriks terisi sendiri begitu ada kutipan berkode.
compare-empty-rows = Belum ada kode berjenis peran. Pilih baris Kode untuk melihat semua kode.
compare-empty-go = Buka Koding
compare-facts = { $row } · { $column } · { $counts }
