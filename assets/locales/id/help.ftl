# Help and glossary.

help-pages = Halaman bantuan
help-steps = Cara kerja
help-terms = Istilah
help-ethics = Etika
help-go = Buka { $place }
help-seen = Tampak di { $place }

help-step-import = Impor transkrip dan catatan
    .text = Wawancara, lembar observasi, dan dokumen masuk sebagai sumber data. Nomor barisnya tetap, sehingga “baris 45” di skripsi selalu dapat ditemukan kembali.
help-step-people = Periksa siapa yang berbicara
    .text = Setiap penutur menjadi informan dengan kode (KS, G1, S3) dan kelompok. Pertanyaan peneliti tidak dihitung sebagai keterangan siapa pun.
help-step-code = Baca dan kodekan pernyataan
    .text = Pilih satu pernyataan utuh, lalu tekan angka perannya (1–7), atau Enter untuk mencari kode. Satu pernyataan boleh memuat dua kode bila memang ada dua gagasan.
help-step-direct = Tetapkan arah bukti
    .text = Katakan apakah kutipan mendukung, mendukung sebagian, atau melemahkan. “Belum pernah disupervisi” tetap tentang supervisi, tetapi melemahkannya.
help-step-compare = Bandingkan di Triangulasi
    .text = Tiap baris satu peran, tiap kolom satu pihak atau satu teknik. Baca kutipannya dahulu, angka belakangan; sel kosong menyebut mengapa ia kosong.
help-step-report = Serahkan dengan kata-katanya
    .text = Ekspor kutipan berkode dan tabel lengkap dengan rujukan baris, agar pembimbing dapat memeriksa setiap pernyataan sampai ke sumbernya.

help-term-sources = Triangulasi sumber
    .text = Keterangan pihak yang berbeda, misalnya kepala sekolah, guru, dan siswa, disandingkan tentang hal yang sama. Pandangan mereka tidak dirata-ratakan: dicatat mana yang sama, mana yang berbeda, dan mana yang hanya disebut satu pihak.
help-term-techniques = Triangulasi teknik
    .text = Hal yang sama diperiksa dengan cara lain: yang dikatakan dalam wawancara dicocokkan dengan yang terlihat saat observasi dan yang tertulis dalam dokumen.
help-term-key-informant = Informan kunci
    .text = Orang yang paling tahu tentang pokok penelitian; di sini biasanya kepala sekolah. Informan tambahan, misalnya guru dan siswa, melengkapi dan menguji keterangannya.
help-term-segment = Kutipan dan segmen
    .text = Kutipan adalah kata-katanya, segmen adalah tempatnya dalam teks. Jumlah selalu jumlah segmen: satu tempat dihitung sekali dalam satu baris, berapa pun kode yang dipasang padanya.
help-term-coding = Koding
    .text = Memasang kode pada segmen: menyatakan tentang apa sebuah pernyataan berbicara. Yang dikodekan adalah ucapan informan, bukan pertanyaan peneliti.
help-term-codebook = Buku kode
    .text = Daftar kode dengan definisi, uji satu kalimat, serta apa yang termasuk dan tidak termasuk. Dengannya dua orang dapat mengode dengan cara yang sama. Setiap proyek punya salinannya sendiri.
help-term-indicator = Indikator
    .text = Bagian dari sebuah peran yang dapat dikenali dalam perkataan atau perbuatan, misalnya SUP.3 Memberi umpan balik. Pakai indikator paling rinci yang tepat; bila ragu, kodekan perannya saja.
help-term-direction = Arah bukti
    .text = Apakah kutipan mendukung, mendukung sebagian, atau melemahkan pernyataan bahwa peran itu dijalankan. Kabar dari orang lain, harapan, dan rencana adalah konteks dan tidak dihitung sebagai bukti.
help-term-verdict = Hasil triangulasi
    .text = Penilaian peneliti atas satu baris: sesuai, sesuai sebagian, bertentangan, atau senyap. Program menyarankan dan menyebut alasannya; yang menilai tetap peneliti.
help-term-silence = Senyap
    .text = Satu pihak tidak memberi keterangan. Senyap bukan bantahan dan bukan nol: mungkin tidak ditanyakan, tidak disebut, atau ia menyatakan tidak tahu, dan itu dibedakan.
help-term-reduction = Reduksi data
    .text = Memilih dan memadatkan data mentah menjadi yang menjawab pertanyaan penelitian. Kutipan berkode adalah hasilnya, dan setiap kutipan tetap menunjuk ke barisnya.
help-term-audit = Jejak audit
    .text = Catatan siapa mengubah apa dan kapan, sehingga orang lain dapat menelusuri jalan dari data ke simpulan. Setiap langkah tercatat sendiri, termasuk yang diurungkan.

help-ethics-consent = Persetujuan
    .text = Catat persetujuan setiap informan beserta cakupannya: direkam, dikutip, diperlihatkan kepada pembimbing. Tanpa persetujuan, jangan memakai kata-katanya.
help-ethics-children = Anak
    .text = Data anak adalah data pribadi yang dilindungi secara khusus. Keterangan siswa memerlukan persetujuan orang tua atau wali di samping kesediaan siswa sendiri.
help-ethics-names = Nama dan samaran
    .text = Pakai kode atau nama samaran yang sama di seluruh penelitian. Jabatan pun dapat membuka identitas: di satu sekolah hanya ada satu kepala sekolah.
help-ethics-withdrawn = Persetujuan yang ditarik
    .text = Informan boleh menarik persetujuannya. Pemakaian datanya dihentikan segera, dan yang sudah telanjur diekspor perlu dicari kembali.
help-ethics-ask = Bila ragu
    .text = Bantuan ini bukan nasihat hukum. Tanyakan komite etik atau pembimbing.
