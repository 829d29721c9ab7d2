# Siapa yang membuka proyek: jendela kedua, baris perintah, laptop lain, dan salinan yang berbenturan.

notice-log-lost = Berkas ini disalin atau dipindahkan selagi terbuka oleh { $coder } sejak { $at }, tanpa berkas pendampingnya (-wal). Perubahan terakhir sebelum itu mungkin tidak ada di sini; bandingkan dengan berkas asalnya.
notice-open-here = Proyek ini juga terbuka di jendela atau perintah lain pada komputer ini oleh { $coder } sejak { $at }. Perubahan di sana muncul di sini.
notice-open-elsewhere = Proyek ini masih terbuka di { $device } oleh { $coder } sejak { $at }. Tutup dahulu di sana agar perubahan tidak saling menimpa.
error-taken-over = Proyek ini telah diambil alih di { $device } oleh { $coder } pada { $at }, jadi perubahan ini tidak disimpan dan proyek di sini tinggal dibaca. Tutup di sana, lalu buka lagi di sini untuk melanjutkan.
