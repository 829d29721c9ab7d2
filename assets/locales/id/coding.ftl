# The place Koding.
coding-label = { $code }, baris { $line }
coding-label-directed = { $code }, { $direction }, baris { $line }
coding-more = { $count } kode lagi: { $codes }
coding-key-quotation = kutipan kunci
coding-block = Baris { $line }{ $count ->
    [0] {""}
   *[other] {" · "}{ $codes }
}
coding-block-speaker = { $speaker }, baris { $line }{ $count ->
    [0] {""}
   *[other] {" · "}{ $codes }
}
coding-overview = Peta koding
coding-overview-value = baris { $line } dari { $lines }
coding-transcript = Naskah { $source }
coding-sources = Sumber data
coding-codebook = Buku kode
coding-tabs = Isi panel kiri
coding-tab-sources = Sumber
coding-tab-codes = Kode
coding-import = Impor berkas…
coding-empty = Belum ada sumber data. Mulai dari satu transkrip wawancara.
coding-empty-import = Impor berkas…
coding-no-source = Pilih sumber di kiri untuk mulai membaca.
coding-no-codes = Belum ada kode.
coding-nothing-coded = Pilih satu pernyataan, lalu tekan 1–7, atau Enter untuk mencari kode.
coding-inspector-empty = Pilih kutipan berkode untuk melihat kode, arah bukti, dan catatannya.
coding-inspector-toggle = Panel kutipan
coding-chosen = Kutipan terpilih
coding-code = Kode
coding-codes = Kode
coding-add = Tambah
coding-copy = Salin
coding-detail = Rincian
coding-remove = Lepas
coding-remove-code = Lepas { $code }
coding-memo = Catatan
coding-memo-hint = Tulis catatan…
coding-topic = Kode tanpa arah bukti
coding-direction = Arah bukti { $code }
coding-sentence-supports = Kutipan ini *mendukung* bahwa peran { $role } dijalankan.
coding-sentence-partly = Kutipan ini *sebagian mendukung* bahwa peran { $role } dijalankan.
coding-sentence-weakens = Kutipan ini *melemahkan* bahwa peran { $role } dijalankan.
coding-sentence-context = Kutipan ini memberi *konteks* bagi peran { $role }, bukan bukti.
coding-sentence-unset = Arah bukti kutipan ini terhadap peran { $role } *belum ditetapkan*.
coding-researcher = Peneliti
coding-counts-nowhere = Kata-kata peneliti tidak dihitung sebagai bukti.
coding-counts = Termasuk
coding-counts-not = Tidak termasuk
coding-examples = Contoh
coding-test = Uji: { $test }
coding-apply-hint = Pilih satu pernyataan dalam naskah, lalu klik kode ini untuk memasangnya.
coding-open-family = Buka { $code }
coding-close-family = Tutup { $code }
coding-select-first = Pilih satu pernyataan dalam naskah lebih dahulu.
coding-choose-first = Pilih kutipan berkode lebih dahulu.
coding-no-last = Belum ada kode yang dipasang untuk diulang.
coding-there-already = Kode { $code } sudah terpasang pada kutipan ini.
coding-takes-none = Kode ini tidak memakai arah bukti.
coding-picker-hint = Cari kode
coding-picker-none = Tidak ada kode yang cocok.
coding-picker-apply = Pasang kode
coding-picker-cancel = Batal
coding-count-codes = { $n } kode
coding-applied = terpasang
coding-fact-line = Baris { $lines }
coding-fact-letters = { $n } huruf dipilih
coding-fact-words = kata-kata { $speakers }
coding-fact-speaker = { $speakers }
