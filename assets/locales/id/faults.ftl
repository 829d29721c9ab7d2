# Kesalahan program sendiri, dan teks yang dipulihkan sesudahnya.

crash-survived = Emaslim menemui kesalahannya sendiri, tetapi dapat dipakai terus. Laporannya, tanpa teks penelitian, ada di { $path }
crash-step = Langkah terakhir tidak jadi karena kesalahan Emaslim sendiri; yang sudah tersimpan tidak hilang. Coba lagi; bila terulang, kirim laporan di rincian kepada pembuatnya.
crash-job = Pekerjaan ini terhenti karena kesalahan Emaslim sendiri; tidak ada yang diubah. Coba lagi; bila terulang, kirim laporan di rincian kepada pembuatnya.
crash-closed = Proyek ditutup karena kesalahan Emaslim sendiri; yang sudah tersimpan tidak hilang. Buka lagi proyeknya; bila terulang, kirim laporan di rincian kepada pembuatnya.
crash-desk-gone = Perintah itu tidak dijalankan karena kesalahan Emaslim sendiri. Salin teks yang sedang ditulis, lalu tutup dan buka lagi Emaslim.
crash-last-time = Emaslim berhenti tak terduga pada { $at }; yang sudah tersimpan tidak hilang.
crash-show = Lihat laporan
crash-report-at = Laporan tanpa teks penelitian; kirimkan kepada pembuatnya bila berkenan: { $path }

command-drafts = Teks yang belum tersimpan
drafts-found = { $n } teks yang belum tersimpan dipulihkan.
drafts-show = Lihat
drafts-about = Diketik di komputer ini dan belum masuk ke proyek. Tidak ada yang disimpan sebelum Anda memilih.
drafts-empty = Tidak ada teks yang belum tersimpan.
drafts-place-gone = Tempatnya sudah tidak ada di proyek
drafts-journal = Jurnal
drafts-summary = Ringkasan · { $row }
drafts-conclusion = Simpulan · { $row }
drafts-reason = Alasan evaluasi · { $row }
drafts-claim = Temuan · { $row }
drafts-check = Member check { $informant } · { $row }
drafts-recovered = Teks yang belum tersimpan dipulihkan.
drafts-save = Simpan
drafts-open = Buka di Koding
drafts-open-compare = Buka di Triangulasi
drafts-copy = Salin
drafts-discard = Buang
