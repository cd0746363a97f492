#include "kernels.h"
#include "targets.h"

#if CK_X86
#include <immintrin.h>
#elif CK_NEON
#include <arm_neon.h>
#endif

enum { columns = ck_screen_columns, row_step = 4 };

int ck_screen_is_narrow(void) { return ck_has_vnni(); }

void ck_screen_pack_wide(const int8_t *vectors, size_t depth, int16_t *rows, int16_t *panel) {
  for (size_t c = 0; c < columns; c++) {
    for (size_t i = 0; i < depth; i++) {
      int16_t value = vectors[c * depth + i];
      rows[c * depth + i] = value;
      panel[(i / 2 * columns + c) * 2 + i % 2] = value;
    }
  }
}

void ck_screen_pack_narrow(const int8_t *vectors, size_t depth, int8_t *rows, uint8_t *panel) {
  for (size_t c = 0; c < columns; c++) {
    for (size_t i = 0; i < depth; i++) {
      int8_t value = vectors[c * depth + i];
      rows[c * depth + i] = value;
      panel[(i / 4 * columns + c) * 4 + i % 4] = (uint8_t)(value + 128);
    }
  }
}

void ck_screen_least(const double *minimum, const double *residual, const double *error,
                     double panel_residual, double panel_error, double inverse_unit,
                     int32_t *least) {
  for (size_t r = 0; r < columns; r++) {
    double rest = minimum[r] - residual[r] * panel_residual - (1 + error[r]) * panel_error;
    double value = rest * inverse_unit;
    value = value > -2e9 ? value : -2e9;
    value = value < 2e9 ? value : 2e9;
    // Rounded towards zero; one less is a lower bound of negative values too.
    least[r] = (int32_t)value - 1;
  }
}

int ck_screen_wide_scalar(const int16_t *rows, const int16_t *panel, size_t depth,
                          const int32_t *least, uint64_t *hits) {
  uint64_t any = 0;
  for (size_t r = 0; r < columns; r++) {
    uint64_t found = 0;
    for (size_t c = 0; c < columns; c++) {
      int32_t sum = 0;
      for (size_t i = 0; i < depth; i++) {
        sum += rows[r * depth + i] * panel[(i / 2 * columns + c) * 2 + i % 2];
      }
      found |= (uint64_t)(sum >= least[r]) << c;
    }
    hits[r] = found;
    any |= found;
  }
  return any != 0;
}

int ck_screen_narrow_scalar(const int8_t *rows, const int32_t *sums, const uint8_t *panel,
                            size_t depth, const int32_t *least, uint64_t *hits) {
  (void)sums;
  uint64_t any = 0;
  for (size_t r = 0; r < columns; r++) {
    uint64_t found = 0;
    for (size_t c = 0; c < columns; c++) {
      int32_t sum = 0;
      for (size_t i = 0; i < depth; i++) {
        sum += rows[r * depth + i] * (panel[(i / 4 * columns + c) * 4 + i % 4] - 128);
      }
      found |= (uint64_t)(sum >= least[r]) << c;
    }
    hits[r] = found;
    any |= found;
  }
  return any != 0;
}

// The body of the wide form for vectors of `lanes` products, four rows and `width` vectors of
// columns at a time. `multiply_add(a, b)` adds the products of neighbouring pairs of int16.
#define SCREEN_WIDE(vector, lanes, width, multiply_add)                                           \
  uint64_t any = 0;                                                                               \
  for (size_t r = 0; r < columns; r += row_step) {                                                \
    for (size_t k = 0; k < row_step; k++) hits[r + k] = 0;                                        \
    for (size_t c = 0; c < columns; c += (width) * (lanes)) {                                     \
      vector sums[row_step][width] = {{{0}}};                                                     \
      for (size_t i = 0; i < depth / 2; i++) {                                                    \
        vector column[width];                                                                     \
        __builtin_memcpy(column, panel + (i * columns + c) * 2, sizeof column);                   \
        for (size_t k = 0; k < row_step; k++) {                                                   \
          int32_t pair;                                                                           \
          __builtin_memcpy(&pair, rows + (r + k) * depth + 2 * i, 4);                             \
          vector row = (vector){0} + pair;                                                        \
          for (size_t w = 0; w < (width); w++) sums[k][w] += multiply_add(row, column[w]);        \
        }                                                                                         \
      }                                                                                           \
      vector reached = {0};                                                                       \
      for (size_t k = 0; k < row_step; k++) {                                                     \
        for (size_t w = 0; w < (width); w++) reached |= sums[k][w] >= least[r + k];               \
      }                                                                                           \
      if (!__builtin_reduce_or(reached)) continue;                                                \
      for (size_t k = 0; k < row_step; k++) {                                                     \
        uint64_t found = 0;                                                                       \
        for (size_t w = 0; w < (width); w++) {                                                    \
          for (size_t lane = 0; lane < (lanes); lane++) {                                         \
            found |= (uint64_t)(sums[k][w][lane] >= least[r + k]) << (c + w * (lanes) + lane);    \
          }                                                                                       \
        }                                                                                         \
        hits[r + k] |= found;                                                                     \
        any |= found;                                                                             \
      }                                                                                           \
    }                                                                                             \
  }                                                                                               \
  return any != 0

typedef int32_t ints4 __attribute__((vector_size(16)));
typedef int32_t ints8 __attribute__((vector_size(32)));

#if CK_X86

#define MADD_SSE2(a, b) ((ints4)_mm_madd_epi16((__m128i)(a), (__m128i)(b)))
#define MADD_AVX2(a, b) ((ints8)_mm256_madd_epi16((__m256i)(a), (__m256i)(b)))

int ck_screen_wide_sse2(const int16_t *rows, const int16_t *panel, size_t depth,
                        const int32_t *least, uint64_t *hits) {
  SCREEN_WIDE(ints4, 4, 2, MADD_SSE2);
}

CK_AVX2 static int wide_avx2(const int16_t *rows, const int16_t *panel, size_t depth,
                             const int32_t *least, uint64_t *hits) {
  SCREEN_WIDE(ints8, 8, 2, MADD_AVX2);
}

int ck_screen_wide_avx2(const int16_t *rows, const int16_t *panel, size_t depth,
                        const int32_t *least, uint64_t *hits) {
  return ck_has_avx2() ? wide_avx2(rows, panel, depth, least, hits) : -1;
}

// Four rows by 64 columns. The instruction multiplies unsigned by signed bytes, hence the 128 in
// the panel; it adds four products without saturation, unlike its predecessor `maddubs`.
CK_VNNI static int narrow_avx512(const int8_t *rows, const int32_t *row_sums,
                                 const uint8_t *panel, size_t depth, const int32_t *least,
                                 uint64_t *hits) {
  uint64_t any = 0;
  for (size_t r = 0; r < columns; r += row_step) {
    __m512i sums[row_step][4];
    for (size_t k = 0; k < row_step; k++) {
      for (size_t w = 0; w < 4; w++) sums[k][w] = _mm512_set1_epi32(-128 * row_sums[r + k]);
    }
    for (size_t i = 0; i < depth / 4; i++) {
      __m512i column[4];
      for (size_t w = 0; w < 4; w++) {
        column[w] = _mm512_loadu_si512(panel + (i * columns + 16 * w) * 4);
      }
      for (size_t k = 0; k < row_step; k++) {
        int32_t four;
        __builtin_memcpy(&four, rows + (r + k) * depth + 4 * i, 4);
        __m512i row = _mm512_set1_epi32(four);
        for (size_t w = 0; w < 4; w++) {
          sums[k][w] = _mm512_dpbusd_epi32(sums[k][w], column[w], row);
        }
      }
    }
    for (size_t k = 0; k < row_step; k++) {
      __m512i bound = _mm512_set1_epi32(least[r + k]);
      uint64_t found = 0;
      for (size_t w = 0; w < 4; w++) {
        found |= (uint64_t)_mm512_cmpge_epi32_mask(sums[k][w], bound) << (16 * w);
      }
      hits[r + k] = found;
      any |= found;
    }
  }
  return any != 0;
}

int ck_screen_narrow_avx512(const int8_t *rows, const int32_t *sums, const uint8_t *panel,
                            size_t depth, const int32_t *least, uint64_t *hits) {
  return ck_has_vnni() ? narrow_avx512(rows, sums, panel, depth, least, hits) : -1;
}

#else

int ck_screen_wide_sse2(const int16_t *rows, const int16_t *panel, size_t depth,
                        const int32_t *least, uint64_t *hits) {
  (void)rows, (void)panel, (void)depth, (void)least, (void)hits;
  return -1;
}

int ck_screen_wide_avx2(const int16_t *rows, const int16_t *panel, size_t depth,
                        const int32_t *least, uint64_t *hits) {
  (void)rows, (void)panel, (void)depth, (void)least, (void)hits;
  return -1;
}

int ck_screen_narrow_avx512(const int8_t *rows, const int32_t *sums, const uint8_t *panel,
                            size_t depth, const int32_t *least, uint64_t *hits) {
  (void)rows, (void)sums, (void)panel, (void)depth, (void)least, (void)hits;
  return -1;
}

#endif

#if CK_NEON

CK_INLINE ints4 madd_neon(ints4 a, ints4 b) {
  int16x8_t left = (int16x8_t)a, right = (int16x8_t)b;
  return (ints4)vpaddq_s32(vmull_s16(vget_low_s16(left), vget_low_s16(right)),
                           vmull_high_s16(left, right));
}

int ck_screen_wide_neon(const int16_t *rows, const int16_t *panel, size_t depth,
                        const int32_t *least, uint64_t *hits) {
  SCREEN_WIDE(ints4, 4, 4, madd_neon);
}

#else

int ck_screen_wide_neon(const int16_t *rows, const int16_t *panel, size_t depth,
                        const int32_t *least, uint64_t *hits) {
  (void)rows, (void)panel, (void)depth, (void)least, (void)hits;
  return -1;
}

#endif

int ck_screen_wide(const int16_t *rows, const int16_t *panel, size_t depth, const int32_t *least,
                   uint64_t *hits) {
  int any = ck_screen_wide_avx2(rows, panel, depth, least, hits);
  if (any < 0) any = ck_screen_wide_sse2(rows, panel, depth, least, hits);
  if (any < 0) any = ck_screen_wide_neon(rows, panel, depth, least, hits);
  return any < 0 ? ck_screen_wide_scalar(rows, panel, depth, least, hits) : any;
}

int ck_screen_narrow(const int8_t *rows, const int32_t *sums, const uint8_t *panel, size_t depth,
                     const int32_t *least, uint64_t *hits) {
  int any = ck_screen_narrow_avx512(rows, sums, panel, depth, least, hits);
  return any < 0 ? ck_screen_narrow_scalar(rows, sums, panel, depth, least, hits) : any;
}
