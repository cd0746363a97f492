// The loops that need instructions beyond the platform's baseline, chosen when the program runs.
//
// Every function has a plain twin with `_scalar` in its name and equals it bit for bit, so a
// result never depends on the machine. The forms with the name of an instruction set do nothing
// and return 0 where the processor lacks it; they are exported only so that tests and benchmarks
// can compare them. The bare name runs the best form that the processor has.

#ifndef SEEDBED_KERNELS_H
#define SEEDBED_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// MinHash by affine maps of 32-bit words (datasketch's "affine32"). Each 64-bit hash is folded
// to 32 bits by xor of its halves, then mixed with MurmurHash3's 32-bit finaliser to h;
// signature[k] = min over all h of a[k] * h + b[k] modulo 2^32, or 2^32 - 1 without hashes.
void ck_minhash_affine32(const uint64_t *hashes, size_t count, const uint32_t *a,
                         const uint32_t *b, size_t permutations, uint32_t *signature);
void ck_minhash_affine32_scalar(const uint64_t *hashes, size_t count, const uint32_t *a,
                                const uint32_t *b, size_t permutations, uint32_t *signature);
int ck_minhash_affine32_sse2(const uint64_t *hashes, size_t count, const uint32_t *a,
                             const uint32_t *b, size_t permutations, uint32_t *signature);
int ck_minhash_affine32_avx2(const uint64_t *hashes, size_t count, const uint32_t *a,
                             const uint32_t *b, size_t permutations, uint32_t *signature);
int ck_minhash_affine32_avx512(const uint64_t *hashes, size_t count, const uint32_t *a,
                               const uint32_t *b, size_t permutations, uint32_t *signature);
int ck_minhash_affine32_neon(const uint64_t *hashes, size_t count, const uint32_t *a,
                             const uint32_t *b, size_t permutations, uint32_t *signature);

// The dot product of two float vectors: 32 partial sums (lane i takes every 32nd product from
// i on), added pairwise at the end; no fused multiply-add.
float ck_dot_f32(const float *a, const float *b, size_t count);
float ck_dot_f32_scalar(const float *a, const float *b, size_t count);
int ck_dot_f32_avx2(const float *a, const float *b, size_t count, float *result);

// The screen of an exact search: which of 64 x 64 integer products reach a least value.
//
// Rows and columns are vectors of `depth` signed bytes, -127...127, packed for one of two forms.
// In the wide form (2 bytes a number, any processor) rows are 64 x depth int16, one behind the
// other, and a panel holds its 64 columns as [depth / 2][64][2] int16. In the narrow form (1 byte a
// number, where ck_screen_is_narrow) rows are 64 x depth int8 and a panel is [depth / 4][64][4]
// uint8, each number plus 128. `depth` is a multiple of 4, at most 65,536.
enum { ck_screen_columns = 64 };

// Whether the processor multiplies bytes fast (AVX-512 VNNI), so that the narrow form is the best.
int ck_screen_is_narrow(void);

// Packs 64 vectors, given one behind the other, as rows with their sums and as a panel.
void ck_screen_pack_wide(const int8_t *vectors, size_t depth, int16_t *rows, int16_t *panel);
void ck_screen_pack_narrow(const int8_t *vectors, size_t depth, int8_t *rows, uint8_t *panel);

// Sets bit c of hits[r] where the product of row r and column c is at least least[r].
// Returns 1, or 0 where no bit is set. `sums` are the sums of each row's numbers.
int ck_screen_wide(const int16_t *rows, const int16_t *panel, size_t depth, const int32_t *least,
                   uint64_t *hits);
int ck_screen_wide_scalar(const int16_t *rows, const int16_t *panel, size_t depth,
                          const int32_t *least, uint64_t *hits);
int ck_screen_narrow(const int8_t *rows, const int32_t *sums, const uint8_t *panel, size_t depth,
                     const int32_t *least, uint64_t *hits);
int ck_screen_narrow_scalar(const int8_t *rows, const int32_t *sums, const uint8_t *panel,
                            size_t depth, const int32_t *least, uint64_t *hits);

// The forms of ck_screen_wide and ck_screen_narrow for one instruction set each: -1 where the
// processor lacks it.
int ck_screen_wide_sse2(const int16_t *rows, const int16_t *panel, size_t depth,
                        const int32_t *least, uint64_t *hits);
int ck_screen_wide_avx2(const int16_t *rows, const int16_t *panel, size_t depth,
                        const int32_t *least, uint64_t *hits);
int ck_screen_wide_neon(const int16_t *rows, const int16_t *panel, size_t depth,
                        const int32_t *least, uint64_t *hits);
int ck_screen_narrow_avx512(const int8_t *rows, const int32_t *sums, const uint8_t *panel,
                            size_t depth, const int32_t *least, uint64_t *hits);

// The least integer products with which 64 rows may reach their minima against a panel, where an
// integer product times the unit is a product of vectors: least[r] <= (minimum[r] - residual[r] *
// panel_residual - (1 + error[r]) * panel_error) / unit, held within the range of int32.
void ck_screen_least(const double *minimum, const double *residual, const double *error,
                     double panel_residual, double panel_error, double inverse_unit,
                     int32_t *least);

// The exact dot product of two vectors of bytes; `count` is at most 65,536.
int32_t ck_dot_i8(const int8_t *a, const int8_t *b, size_t count);
int32_t ck_dot_i8_scalar(const int8_t *a, const int8_t *b, size_t count);
int ck_dot_i8_avx2(const int8_t *a, const int8_t *b, size_t count, int32_t *result);
int ck_dot_i8_avx512(const int8_t *a, const int8_t *b, size_t count, int32_t *result);

// c = a * b for a of rows x inner, b of inner x columns and c of rows x columns, row by row. Each
// number of c is one sum in the order of `inner`, without fused multiply-add, in every form.
void ck_multiply_f32(const float *a, const float *b, float *c, size_t rows, size_t inner,
                     size_t columns);
void ck_multiply_f32_scalar(const float *a, const float *b, float *c, size_t rows, size_t inner,
                            size_t columns);

// Adds the rows first..<last of the product of a matrix with itself, XᵀX, to `gram` of (last -
// first) x columns numbers; of each row only the numbers from the column first / 8 * 8 on. Each number is a
// sum in double precision in the order of the matrix's rows, in every form.
void ck_gram_f64(const float *rows, size_t count, size_t columns, size_t first, size_t last,
                 double *gram);
void ck_gram_f64_scalar(const float *rows, size_t count, size_t columns, size_t first,
                        size_t last, double *gram);

#endif
