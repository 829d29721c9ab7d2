# Daftar pemberitahuan: semua yang dikatakan jendela sejak dibuka.

command-notices = Pemberitahuan
notices-unread = Pemberitahuan: { $n } belum dibaca
notices-empty = Belum ada pemberitahuan. Setiap kabar, peringatan, dan kesalahan akan tercatat di sini sampai jendela ditutup.
notices-copy-one = Salin: { $what }
notices-copy-all = Salin semua
notices-fold = Tutup rincian
notices-more = … dan { $n } lagi; semuanya ikut disalin.
notice-kind-said = Kabar
notice-kind-notice = Pemberitahuan
notice-kind-warning = Peringatan
notice-kind-error = Kesalahan
