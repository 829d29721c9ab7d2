# Menyelamatkan isi proyek yang rusak ke berkas baru.

rescue-title = Selamatkan ke berkas baru
rescue-offer = Selamatkan ke berkas baru…
rescue-about = Emaslim membaca apa pun yang masih terbaca dari berkas ini dan menulisnya ke proyek baru. Berkas yang rusak tidak diubah.
rescue-damaged = Berkas yang rusak
rescue-new = Berkas baru
rescue-start = Selamatkan
rescue-file = { $name } (diselamatkan)
rescue-busy = Menyelamatkan isi proyek…
rescue-open = Buka berkas baru
rescue-copy = Salin laporan
rescue-retry = Kembali

rescue-all = Semua isi { $damaged } diselamatkan ke berkas baru: { $new }
rescue-some = Sebagian isi { $damaged } tidak terselamatkan. Baca daftarnya, lalu lanjutkan dengan berkas baru: { $new }
rescue-heading-saved = Yang diselamatkan
rescue-heading-lost = Yang hilang atau perlu diperiksa

rescue-source-whole = { $source }: teks utuh, { $lines } baris, { $codings } dari { $known } koding
rescue-source-remade = { $source }: teks dipulihkan persis seperti semula, { $lines } baris, { $codings } dari { $known } koding
rescue-source-altered = { $source }: teks ada tetapi tidak lagi persis seperti semula, { $lines } baris, { $codings } dari { $known } koding
rescue-source-cut = { $source }: hanya bagian awal teks, { $lines } baris, { $codings } dari { $known } koding
rescue-source-quotations = { $source }: hanya kutipannya, { $lines } baris, { $codings } dari { $known } koding
rescue-saved-rows = { $kind }: { $n }
rescue-saved-history = Riwayat: { $n } langkah

rescue-kind-coders = Pengode
rescue-kind-groups = Kelompok
rescue-kind-informants = Informan
rescue-kind-sources = Sumber data
rescue-kind-turns = Giliran bicara
rescue-kind-codes = Kode
rescue-kind-segments = Segmen
rescue-kind-codings = Koding
rescue-kind-memos = Memo
rescue-kind-findings = Temuan dan buktinya
rescue-kind-verdicts = Hasil triangulasi, simpulan, dan penilaian
rescue-kind-rest = Data lain

rescue-lost-rows = { $kind }: { $n } tidak terbaca. Bandingkan dengan cadangan terakhir.
rescue-lost-history = Riwayat tidak terbaca seluruhnya, jadi riwayat dimulai lagi dari penyelamatan ini.
rescue-text-reread = { $source }: teks dibaca ulang dari berkas aslinya dan hasilnya berbeda dari semula. Periksa nomor baris yang sudah dikutip.
rescue-text-altered = { $source }: sebagian huruf dalam teks mungkin salah. Cocokkan dengan rekaman atau transkrip aslinya.
rescue-text-cut = { $source }: akhir teks hilang. Impor lagi transkrip aslinya.
rescue-text-quotations = { $source }: teksnya hilang, tinggal kutipan yang pernah dikode. Impor lagi transkrip aslinya.
rescue-original-lost = { $source }: berkas aslinya hilang; teksnya menggantikan. Simpan baik-baik berkas yang dahulu diimpor.
rescue-original-altered = { $source }: berkas aslinya tidak lagi persis seperti saat diimpor. Simpan baik-baik berkas yang dahulu diimpor.
rescue-source-lost = { $source }: teks, berkas asli, dan kutipannya tidak terbaca. Impor lagi transkripnya.
rescue-moved = Kutipan di { $source } ditemukan di tempat lain, kini baris { $lines }: “{ $quote }”
rescue-reworded = Kutipan tersimpan di { $source } rusak dan diganti dengan kata-kata di teksnya. Yang tersimpan: “{ $quote }”
rescue-unplaced = Kutipan di { $source } tidak punya tempat lagi. Cari dan kode lagi: “{ $quote }”
rescue-appended = { $source }: { $n } kutipan yang tidak ada lagi di teks ditaruh di akhir teks.
rescue-code = Kode yang hilang digantikan oleh “{ $name }” agar kodingnya tetap ada. Ganti namanya atau gabungkan.
rescue-coder = Pengode yang hilang digantikan oleh “{ $name }” agar kodingnya tetap ada.
rescue-detached = { $kind }: { $n } disimpan, tetapi yang dirujuknya hilang.
rescue-partly = { $kind }: { $n } dibuat lagi dari indeks; sebagian keterangannya (seperti arah bukti) hilang.
rescue-replaced = { $kind }: { $n } berisi data yang tidak terbaca dan diganti dengan nilai bawaan.
rescue-project-lost = Judul dan keterangan proyek hilang. Isi lagi di Setelan.
rescue-pages = { $n } bagian berkas tidak terbaca; mungkin ada yang hilang tanpa tercatat di sini.

rescue-stand-in-coder = Pengode yang hilang
rescue-stand-in-code = Kode yang hilang
rescue-stand-in-source = Sumber data yang diselamatkan
rescue-stand-in-quotations = [Kutipan yang diselamatkan]

cli-help-rescue = Selamatkan apa yang masih terbaca dari proyek yang rusak ke berkas baru (status 1 bila ada yang tidak terselamatkan)
cli-arg-damaged = Proyek yang rusak; tidak diubah
cli-arg-new = Berkas proyek baru; berkas yang sudah ada tidak ditimpa

notice-text-altered = Teks { $source } tidak lagi sama dengan saat diimpor. Jangan mengutipnya sebelum dicocokkan dengan transkrip asli, lalu pulihkan dari cadangan.
notice-quotations-differ = { $n } kutipan di { $source } tidak sama dengan teksnya. Baca rinciannya, lalu kode ulang kutipan itu.
