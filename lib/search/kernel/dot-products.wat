;; Dot products of one probe with consecutive rows of float32 numbers, four at a time.
;; Compiled by compile.ts into dot-products.ts; a test sees that the two agree.
(module
  (import "search" "memory" (memory 1 65536))

  ;; row: address of the first row. rows: their number, at least 1. rowBytes: bytes from one row to the next, a multiple
  ;; of 64 greater than 0. probe: address of as many bytes. out: address of `rows` float32 numbers to write.
  (func (export "dotProducts")
    (param $row i32) (param $rows i32) (param $rowBytes i32) (param $probe i32) (param $out i32)
    (local $end i32)
    (local $at i32)
    (local $a v128)
    (local $b v128)
    (local $c v128)
    (local $d v128)
    (loop $nextRow
      (local.set $end (i32.add (local.get $row) (local.get $rowBytes)))
      (local.set $at (local.get $probe))
      (local.set $a (v128.const f32x4 0 0 0 0))
      (local.set $b (v128.const f32x4 0 0 0 0))
      (local.set $c (v128.const f32x4 0 0 0 0))
      (local.set $d (v128.const f32x4 0 0 0 0))
      ;; Four sums that do not wait for each other: an addition takes several cycles.
      (loop $next64Bytes
        (local.set $a (f32x4.add (local.get $a)
          (f32x4.mul (v128.load (local.get $row)) (v128.load (local.get $at)))))
        (local.set $b (f32x4.add (local.get $b)
          (f32x4.mul (v128.load offset=16 (local.get $row)) (v128.load offset=16 (local.get $at)))))
        (local.set $c (f32x4.add (local.get $c)
          (f32x4.mul (v128.load offset=32 (local.get $row)) (v128.load offset=32 (local.get $at)))))
        (local.set $d (f32x4.add (local.get $d)
          (f32x4.mul (v128.load offset=48 (local.get $row)) (v128.load offset=48 (local.get $at)))))
        (local.set $row (i32.add (local.get $row) (i32.const 64)))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        ;; Not "less than": a row that ends with the 4 GiB ends at address 0.
        (br_if $next64Bytes (i32.ne (local.get $row) (local.get $end))))
      (local.set $a (f32x4.add
        (f32x4.add (local.get $a) (local.get $b))
        (f32x4.add (local.get $c) (local.get $d))))
      (f32.store (local.get $out)
        (f32.add
          (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a)))
          (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a)))))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $nextRow (local.get $rows)))))
