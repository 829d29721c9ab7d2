# Perbaikan transkrip: teks baru menggantikan teks lama, dan segmen mengikutinya.

correct-summary = { $source }: { $kept } segmen tetap, { $changed } kutipan berubah, { $gone } segmen hilang{ $locked ->
    [0] { "" }
   *[other] {" "}(dan { $locked } yang terkunci ikut tersentuh)
}.
correct-changed = baris { $lines }, teks berubah: “{ $before }” → “{ $after }”
correct-gone = baris { $lines }, tidak ada lagi dalam teks baru: “{ $before }”{ $codings ->
    [0] { "" }
   *[other] {" "}({ $codings } koding ikut hilang)
}
