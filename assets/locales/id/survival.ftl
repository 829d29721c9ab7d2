# Yang terjadi pada proyek terbuka dari luar: berkas diambil, penyimpanan penuh.

error-replaced = Program lain mengganti berkas proyek ini dengan berkas lain ({ $path }). Yang tadi terbuka disimpan sebagai { $copy }. Buka keduanya dan bandingkan sebelum melanjutkan.
error-replaced-no-copy = Program lain mengganti berkas proyek ini dengan berkas lain, dan yang tadi terbuka tidak dapat disimpan sebagai salinan. Kosongkan sebagian ruang, biarkan jendela ini terbuka, lalu ekspor yang diperlukan: { $path }
error-deleted = Program lain menghapus atau memindahkan berkas proyek ini ({ $path }). Yang tadi terbuka disimpan sebagai { $copy }. Buka salinan itu untuk melanjutkan.
error-deleted-no-copy = Program lain menghapus atau memindahkan berkas proyek ini, dan yang tadi terbuka tidak dapat disimpan sebagai salinan. Kembalikan berkasnya, atau biarkan jendela ini terbuka dan ekspor yang diperlukan: { $path }

notice-log-set-aside = Berkas yang ada di sini bukan yang terakhir dibuka, jadi sisa log tidak digabungkan tetapi disisihkan: { $path }
notice-no-room = Penyimpanan penuh, jadi proyek terbuka hanya untuk dibaca. Kosongkan sebagian ruang, lalu buka lagi.
notice-not-read-back = Perubahan ini sudah tersimpan, tetapi proyek belum dapat dibaca ulang. Akan ditampilkan begitu dapat dibaca.
