# Memasang kode: pencari kode, angka kedua, kata-kata sendiri sebagai kode, tombol kode.

picker-recent = Baru dipakai
picker-others = Kode lain
picker-count-marked = { $n } ditandai
picker-marked = ditandai
picker-mark = Tandai
picker-mark-key = Ctrl Spasi
picker-direction = Arah bukti
picker-apply-many = Pasang { $n } kode
picker-remove = Lepas kode
picker-direct = Tetapkan arah bukti
picker-make = Buat kode “{ $name }”
picker-make-below = di bawah { $code }
picker-make-top = sebagai kode utama
picker-make-apply = Buat dan pasang
picker-make-detail = Kode baru ini langsung dipasang. Definisi dan ujinya dapat ditulis kemudian di Buku kode.
picker-emaslim-detail = Tujuh peran kepala sekolah dengan indikatornya, kesenjangan, dan evaluasi, masing-masing dengan definisi dan uji satu kalimat.
picker-empty = Belum ada kode. Ketik nama untuk membuat yang pertama.
picker-no-definition = Kode ini belum punya definisi.
picker-pair = { $one } atau { $other }?
picker-read-only = Proyek ini hanya dibaca; kode tidak dapat dipasang.

second-esc = Selesai; angka berikutnya peran lain
digit-unused = Tombol { $digit } belum dipakai. Yang ada: { $keys }. Klik kanan satu kode untuk memberinya tombol.
digit-none = Tombol { $digit } belum dipakai. Klik kanan satu kode di buku kode untuk memberinya tombol.

vivo-no-words = Pilihan ini tidak memuat kata. Pilih kata-kata yang menjadi nama kode.
coding-last = Q memasang { $codes }{ $direction ->
    [supports] , mendukung
    [partly] , sebagian mendukung
    [weakens] , melemahkan
    [context] , sebagai konteks
   *[unset] {""}
}.
coding-memo-code = Pasang kode pada pilihan ini lebih dahulu; lalu M menulis catatannya.

coding-menu-meaning = Lihat definisi
coding-menu-key = Tombol…
coding-menu-cancel = Batal
coding-key-title = Tombol untuk { $code }
coding-key-about = Tekan satu angka atau pilih di bawah. Kode yang memegang angka itu kehilangan tombolnya.
coding-key-free = bebas
coding-key-none = Tanpa tombol
coding-colour-title = Warna { $code }
coding-colour-about = Indikator yang sewarna ikut berubah.
coding-colour-other = Warna lain…

key-picker-mark = Tandai beberapa kode saat mencari
    .key = Ctrl Spasi
key-picker-direction = Pilih arah bukti saat mencari
    .key = Ctrl D
key-again-which = Lihat kode terakhir
    .key = Shift Q
key-vivo = Jadikan kata-kata ini kode
    .key = V
key-vivo-where = Jadikan kode, pilih tempatnya
    .key = Shift V
