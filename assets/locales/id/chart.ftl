# Bagan yang disimpan sebagai gambar.

chart-informants = Informan per peran
chart-coverage = Peta cakupan
chart-figure = Gambar 4.{ $n }
chart-informants-caption = Jumlah informan setiap kelompok yang berbicara tentang { $rows ->
    [roles] peran kepala sekolah
   *[other] setiap baris
}.
chart-coverage-caption = Cakupan bukti menurut teknik dan kelompok informan: jumlah informan yang berbicara tentang { $rows ->
    [roles] setiap peran
   *[other] setiap baris
}.
chart-bars-note = Panjang garis luar adalah jumlah informan dalam kelompok, bagian terisi mereka yang berbicara tentang peran itu.
chart-axis = Jumlah informan (orang)
chart-of = { $n } dari { $all }
chart-project = Proyek: { $title }.
chart-nobody = Tanpa penutur
chart-legend-informants = Jumlah informan
chart-legend-sources = Teks tanpa penutur: jumlah sumber data
chart-legend-empty = Sel kosong
chart-no-rows = Belum ada kode berjenis peran.
chart-no-columns = Belum ada informan yang dapat dihitung.
chart-picture-note = Gambar selebar 15 cm: PNG dengan 300 titik per inci, SVG tajam pada setiap ukuran.
chart-file-informants = informan-per-peran
chart-file-coverage = peta-cakupan
chart-save-png = Simpan PNG…
chart-save-svg = Simpan SVG…
