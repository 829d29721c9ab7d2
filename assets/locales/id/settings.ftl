# Settings.

settings-facts = Setelan berlaku seketika dan disimpan di komputer ini
settings-language = Bahasa
    .note = Bahasa jendela; kutipan tidak diterjemahkan
settings-theme = Tampilan
    .note = Terang, gelap, atau ikut sistem
settings-theme-system = Ikut sistem
settings-theme-light = Terang
settings-theme-dark = Gelap
settings-zoom = Ukuran tampilan
    .note = Semua huruf dan tombol
settings-reading = Ukuran bacaan
    .note = Huruf transkrip
settings-percent = { $n } %
settings-points = { $n } pt
settings-smaller = Perkecil tampilan
settings-larger = Perbesar tampilan
settings-reading-smaller = Perkecil bacaan
settings-reading-larger = Perbesar bacaan
settings-reading-sample = Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru.
settings-coder = Nama pengode
    .note = Tercatat pada setiap koding dan langkah riwayat sejak sekarang.

settings-window = Jendela
settings-transcript = Bacaan
settings-work = Pengode dan bantuan
settings-width = Lebar bacaan
    .note = Panjang baris transkrip
settings-width-smaller = Persempit bacaan
settings-width-larger = Perlebar bacaan
settings-characters = { $n } huruf
settings-leading = Jarak baris
    .note = Terhadap ukuran bacaan
settings-leading-smaller = Rapatkan baris
settings-leading-larger = Renggangkan baris
