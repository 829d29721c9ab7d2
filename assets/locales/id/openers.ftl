# Siapa yang membuka proyek: jendela kedua, baris perintah, laptop lain, dan salinan yang berbenturan.

notice-log-lost = Berkas ini disalin atau dipindahkan selagi terbuka oleh { $coder } sejak { $at }, tanpa berkas pendampingnya (-wal). Perubahan terakhir sebelum itu mungkin tidak ada di sini; bandingkan dengan berkas asalnya.
notice-open-here = Proyek ini juga terbuka di jendela atau perintah lain pada komputer ini oleh { $coder } sejak { $at }. Perubahan di sana muncul di sini.
notice-open-elsewhere = Proyek ini masih terbuka di { $device } oleh { $coder } sejak { $at }. Tutup dahulu di sana agar perubahan tidak saling menimpa.
error-taken-over = Proyek ini telah diambil alih di { $device } oleh { $coder } pada { $at }, jadi perubahan ini tidak disimpan dan proyek di sini tinggal dibaca. Tutup di sana, lalu buka lagi di sini untuk melanjutkan.
error-undo-other = Langkah terakhir bukan lagi yang tampak di sini, melainkan “{ $what }” oleh { $coder } di { $device }. Belum ada yang diurungkan; urungkan sekali lagi bila memang langkah itu yang dimaksud.
error-redo-other = Langkah yang dapat diulangi bukan lagi yang tampak di sini, melainkan “{ $what }” oleh { $coder } di { $device }. Belum ada yang diulangi; ulangi sekali lagi bila memang langkah itu yang dimaksud.
step-of-another = { $what } (oleh { $coder } di { $device })
error-not-a-copy = Berkas ini berisi proyek lain, jadi tidak dapat dibandingkan sebagai salinan. Pilih salinan dari proyek yang sama: { $path }

cli-open-elsewhere = Proyek ini masih terbuka di { $device } oleh { $coder } sejak { $at }, jadi tidak ada yang diubah. Tutup dahulu di sana, atau pakai --take-over bila di sana sudah tidak dipakai: { $path }
cli-help-copies = Bandingkan proyek dengan salinannya yang berbenturan
cli-arg-take-over = Ubah proyek walau perangkat lain masih membukanya
cli-arg-other = Salinan yang dibandingkan; tanpa ini semua salinan di folder yang sama
cli-copies-none = Tidak ada salinan lain dari proyek ini di foldernya.

copies-sources = Sumber data
copies-codings = Koding
copies-steps = Langkah
copies-same = sama
copies-only-here = hanya di sini
copies-only-there = hanya di sana
copies-differing = berbeda
copies-coding = { $code } “{ $quote }” ({ $citation }) oleh { $coder }
copies-step = { $what } ({ $coder } di { $device }, { $at })
copies-next = Tidak ada yang digabung atau dipilih. Buka salinannya untuk melihat, kerjakan lagi di proyek ini yang hanya ada di sana, atau simpan keduanya.
copies-field-name = nama
copies-field-short = nama singkat
copies-field-description = keterangan
copies-field-technique = teknik
copies-field-date = tanggal
copies-field-place = tempat
copies-field-revision = teks
copies-field-quote = kutipan
copies-field-code = kode
copies-field-direction = arah bukti
copies-field-coder = pengode
copies-field-memo = catatan
copies-field-reduction = reduksi
copies-field-key = tanda kutipan kunci
copies-title = Salinan proyek ini di folder yang sama
copies-found = { $n ->
    [1] Ada salinan proyek ini dengan pekerjaan yang tidak ada di sini.
   *[other] Ada { $n } salinan proyek ini dengan pekerjaan yang tidak ada di sini.
}
copies-compare = Bandingkan
copies-no-news = Tidak ada yang hanya ada di salinan ini.
copies-counts = { $kind }: { $there } hanya di sana, { $here } hanya di sini, { $differing } berbeda, { $same } sama
copies-more = dan { $n } lagi
copies-open = Buka salinan ini
copies-open-one = Buka { $name }

elsewhere-title = Proyek ini terbuka di perangkat lain
elsewhere-who = { $coder } membukanya di { $device } sejak { $at }, atau perangkat itu belum sempat menutupnya.
elsewhere-read = Baca saja: semua dapat dilihat, dicari, dan diekspor; tidak ada yang dapat diubah.
elsewhere-take = Ambil alih: Anda dapat mengubah proyek di sini. Yang masih diubah di { $device } dan belum tersinkron akan menjadi salinan yang berbenturan, jadi pastikan di sana sudah tidak dipakai.
elsewhere-button-read = Baca saja
elsewhere-button-take = Ambil alih
elsewhere-open = Terbuka di { $device }
